"""Read-only calendars at secret addresses: HTTP and SQL."""
