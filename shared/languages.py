"""The languages that Saydo can be spoken to in, and answers in."""

from typing import Literal

LanguageName = Literal["en", "de", "fr", "es"]
"""BCP 47 tags: the folders of ``control_api/language/languages/``."""
