"""The nouns: frozen, typed, and known to every other room. They import nothing but each other."""
