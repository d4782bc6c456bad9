"""Events sent by Polar's retry rule to a receiver that is killed again and again, for tests that none is lost."""
