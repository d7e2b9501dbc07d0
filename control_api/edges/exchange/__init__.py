"""Moving in and out: a module a format, and the one import that the engine runs."""
