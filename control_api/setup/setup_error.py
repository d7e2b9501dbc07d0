"""What keeps the program from starting."""


class SetupError(Exception):
    """The program can't start as things are; the message says what to do about it."""
