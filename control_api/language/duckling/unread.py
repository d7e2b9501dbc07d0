"""Words that were not read: why, as a sentence that says what to do."""

from control_api.language.words.language import Language
from shared.problems import TooManyRequestsError

_SHOWN = 40


class OverrunError(Exception):
    """Reading the words takes longer than it may, or more memory; trying again changes nothing."""

    def __init__(self, words: str) -> None:
        """`words` are those that can't be read."""
        self.shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"
        super().__init__(
            f"I can't make out “{self.shown}”: there is too much in it to read at once. "
            "Say it more simply, with fewer days and times."
        )


class UnavailableError(TooManyRequestsError):
    """Nothing was there in time to read the words; that has nothing to do with them."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "I have too much to read just now. Try it again in a moment.", retry_after_s=1
        )


def say_unread(error: OverrunError | UnavailableError, language: Language) -> str:
    """The same to a person."""
    if isinstance(error, OverrunError):
        return language.say("too-much-in-it", said=error.shown)
    return language.say("too-much-to-read")
