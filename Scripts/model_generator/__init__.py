"""Writes the Swift models of PolarEvents from Schema/polar.json."""
