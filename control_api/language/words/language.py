"""The language that is understood."""

from control_api.language.words.templates import load

ENGLISH = load("en")
