"""Events: who did what to whom, whether it happened, when and where, by the ontology's frames."""
