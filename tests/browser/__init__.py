"""The built page in a real browser, on a real control API; voice is tested in `tests/voice`."""
