"""The web page: its sources, and how it is served once built."""
