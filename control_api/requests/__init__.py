"""A request, in words or in actions, from its reading to its answer."""
