"""Webhook payloads by Schema/polar.json, for tests of the decoder."""
