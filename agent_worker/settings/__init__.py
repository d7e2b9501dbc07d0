"""Every environment variable of the worker, read once and checked at start."""
