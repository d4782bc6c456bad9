"""The console of a receiver in a real browser: what an operator does there, and whether every page suits everybody."""
