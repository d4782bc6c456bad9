"""Real proxies before a receiver, for tests that nothing is lost, changed or smuggled in between."""
