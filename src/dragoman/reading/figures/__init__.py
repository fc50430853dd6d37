"""Figures: quantities with what they measure, how exactly, in which direction and for when."""
