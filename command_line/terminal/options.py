"""Options and words that several commands share."""

from typing import Annotated

import typer

from command_line.terminal.errors import CommandLineError

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Limit = Annotated[int, typer.Option(min=1, max=200, help="As many at most.")]
Words = Annotated[list[str], typer.Argument(help="Plain words.", show_default=False)]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")]

NONE = "none"
"""What is written in the place of a value to empty a field."""


def filled(text: str) -> str:
    """What was given, with something in it. Raises `BadParameter`."""
    if not text.strip():
        raise typer.BadParameter("It is empty: write something in it.")
    return text


def joined(words: list[str], example: str) -> str:
    """The words as one text. Raises `CommandLineError`, with a command that has some."""
    text = " ".join(words).strip()
    if not text:
        raise CommandLineError(f"Say what, such as: saydo {example}")
    return text
