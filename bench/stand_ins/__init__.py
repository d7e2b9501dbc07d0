"""Servers over loopback that speak the protocols of remote providers, and fail when asked to."""
