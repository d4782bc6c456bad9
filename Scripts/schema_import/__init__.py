"""Merges what Polar publishes about its webhooks into Schema/polar.json."""
