"""The language that is understood."""

from control_api.commands.templates import load

ENGLISH = load("en")
