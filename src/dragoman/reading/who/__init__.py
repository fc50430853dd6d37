"""Who: persons, offices, states, bodies and groups of one report, under every name it uses for them."""
