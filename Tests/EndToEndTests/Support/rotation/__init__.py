"""A webhook secret that is replaced while events arrive, for a test that none is refused."""
