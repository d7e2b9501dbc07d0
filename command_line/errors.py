"""What can go wrong on this side."""


class CommandLineError(Exception):
    """One sentence that says what to do."""
