"""Faults of the disk under a running receiver, for tests of what Polar is told meanwhile and that nothing is lost."""
