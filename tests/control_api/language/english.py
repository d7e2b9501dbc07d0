"""The language that these tests read and say."""

from control_api.language.words.loading import load

ENGLISH = load("en")
