"""Reconciling: claims of many reports become one event, one figure, one finding about both."""
