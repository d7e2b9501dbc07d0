"""What can go wrong on this side."""

UNREACHABLE = 3
"""Exit code; 1 is for everything else that was not done, 2 for what can't be read."""


class CommandLineError(Exception):
    """One sentence that says what to do."""

    code = 1


class UnreachableError(CommandLineError):
    """Saydo does not answer."""

    code = UNREACHABLE
