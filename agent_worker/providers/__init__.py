"""Who listens, thinks and speaks: an order of providers for each, which step in for each other."""
