"""Affairs: votes, projects, standing relations, claims about coverage, and precedents."""
