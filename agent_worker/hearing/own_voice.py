"""The assistant's own voice, coming back through a microphone without an echo canceller.

It must not take its own words for the person's: a task called "Delete the dentist" would be deleted
by being read aloud, and two replies would answer each other for ever. What was heard while it
spoke, and is what it was saying, is left out. Of a few words of echo a recogniser makes others, so
few words count only where the assistant has spoken for a while without hearing anything, or where
their sense tells that they are the person's.
"""

import asyncio
import re
from collections import deque
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

_REPLIES = 2
"""Of the last ones, the sound may still be on its way."""
_LATE_S, _LATE_WITH_ECHO_S = 0.35, 1.0
"""Who begins so long after the assistant's last word may be its echo; answers come later."""
_SAME_UTTERANCE_S = 1.5
_SIMILAR = 75
"""Of 100: below it one word is not a mishearing of the other."""
_SHORT_WORD = 3
"""Letters up to which a word alone has to be the very same."""
_OTHER_WORDS = 0.25
"""Of what was heard; more of them are the person's."""
_ROUGHLY = 60
"""Of 100: from it on, the letters of what was heard sound like what was being said."""
_HARDLY = 70
"""Of 100: below it, they may be other words. Of 90 short pieces of echo, recorded with a room's
reverberation, 16 were heard as other words, and half of those are above it; of 650 answers, 4 %."""
_FEW_WORDS, _SOME_WORDS = 3, 5
_HUSH = frozenset({"stop", "quiet", "enough", "hush", "wait", "no"})
"""Said over the assistant's voice, these are heeded however few they are."""
_CLEAR_AFTER_S = 1.5
_WORD = re.compile(r"[^\W_]+")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
"""A date is written with a number and said as an ordinal, which is how it is heard."""


class OwnVoice:
    """What one assistant says and said just now, to know it again when it is heard."""

    def __init__(self, on_echo: Callable[[], None]) -> None:
        """`on_echo` is called once, when the assistant hears itself for the first time."""
        self._on_echo = on_echo
        self._has_echo = False
        self._unheard_s = 0.0
        """How long it has spoken without hearing anything."""
        self._replies: deque[list[str]] = deque(maxlen=_REPLIES)
        self._is_speaking = False
        self._began_at = float("inf")
        self._stopped_at = float("-inf")
        self.is_over_own = False
        """Whether what is being heard began while the assistant spoke, or just after."""
        self._is_heard = False
        self._is_over = False
        """Whether an utterance has ended since the voice that is heard began."""
        self._heard_until = float("-inf")

    def new_reply(self) -> Callable[[str], None]:
        """Begin a reply, and give what is to be told each piece of its text."""
        pieces: list[str] = []
        self._replies.append(pieces)
        return pieces.append

    def on_assistant(self, speaking: bool) -> None:
        """Note that the assistant began or stopped to speak."""
        now = _now()
        if speaking and not self._is_speaking:
            self._began_at = now
        elif self._is_speaking and not speaking:
            self._stopped_at = now
            self._unheard_s += max(0.0, now - self._began_at)
        self._is_speaking = speaking

    def on_speaking(self, speaking: bool) -> None:
        """Note that a voice was heard in the microphone, or no longer."""
        now = _now()
        self._is_heard = speaking
        if not speaking:
            self._heard_until = now
            return
        self._began_at = float("inf")
        late_s = _LATE_WITH_ECHO_S if self._has_echo else _LATE_S
        if self._is_speaking or now - self._stopped_at <= late_s:
            self.is_over_own = True
        elif self._is_over or now - self._heard_until > _SAME_UTTERANCE_S:
            self.is_over_own = False
        self._is_over = False

    def without_echo(self, heard: str) -> str:
        """Give what of `heard` is the person's, which may be nothing."""
        if not self.is_over_own:
            return heard
        own, words = self._own(), _words(heard)
        is_own = _found_again(words, own)
        if not is_own.any():
            return "" if not self._is_clear and _is_mangled(words, own) else heard
        if is_own.sum() > 1 and not self._has_echo:
            self._has_echo = True
            self._on_echo()
        spans = [found.span() for found in _WORD.finditer(heard)]
        others = np.flatnonzero(~is_own)
        hushes = not _HUSH.isdisjoint(words[at] for at in others)
        if len(others) <= _OTHER_WORDS * len(spans) and not hushes:
            return ""
        rest = heard[spans[others[0]][0] : spans[others[-1]][1]]
        return "" if not self._is_clear and _is_mangled(_words(rest), own) else rest

    def is_doubtful(self, heard: str) -> bool:
        """Whether `heard` was left out for being short only: nothing of it is what was being said.

        A person who goes on after a pause ("Tomorrow at three.") says as little.
        """
        own, words = self._own(), _words(heard)
        if self._has_echo or not words or _found_again(words, own).any():
            return False
        return fuzz.partial_ratio("".join(words), "".join(own)) < _HARDLY

    def _own(self) -> list[str]:
        return [word for pieces in self._replies for word in _words("".join(pieces))]

    @property
    def _is_clear(self) -> bool:
        return self._unheard_s >= _CLEAR_AFTER_S and not self._has_echo

    def over(self) -> None:
        """Note that what was heard is a whole utterance, and the next one is another.

        What is heard already began before this was known: how it began still counts.
        """
        self._is_over = True
        if not self._is_heard:
            self.is_over_own = False


def _found_again(heard: list[str], own: list[str]) -> npt.NDArray[np.bool_]:
    """Mark the words that were heard in the order in which they were said; one may be misheard."""
    if not heard or not own:
        return np.zeros(len(heard), bool)
    alike = np.asarray(process.cdist(heard, own, scorer=fuzz.ratio) >= _SIMILAR)
    if len(heard) == 1:
        is_long = len(heard[0]) > _SHORT_WORD
        return np.array([heard[0] in own or (is_long and bool(alike.any()))])
    marked = np.zeros(len(heard), bool)
    for apart in (1, 2):
        pairs = np.flatnonzero((alike[:-apart, :-apart] & alike[apart:, apart:]).any(axis=1))
        for offset in range(apart + 1):
            marked[pairs + offset] = True
    return marked


def _is_mangled(heard: list[str], own: list[str]) -> bool:
    """Whether this may be own words that were misheard."""
    if not _HUSH.isdisjoint(heard):
        return False
    if len(heard) > _SOME_WORDS:
        return False  # Of an echo that long, something would have been recognised.
    alike = fuzz.partial_ratio("".join(heard), "".join(own))
    return len(heard) <= _FEW_WORDS or alike >= _ROUGHLY


def _words(text: str) -> list[str]:
    return [_ORDINAL.sub("", word) for word in _WORD.findall(text.lower())]


def _now() -> float:
    return asyncio.get_running_loop().time()
