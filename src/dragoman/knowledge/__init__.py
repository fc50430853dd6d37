"""What the world calls its states, bodies, places and offices: data, and the look-up of it."""
