"""Whether a text that Whisper gave can be what somebody said.

Whisper always gives some text. From silence and noise come a few well-known sentences or its own
prompt; from a window too short for the audio come words repeated without end.
"""

import re

import msgspec
from rapidfuzz import fuzz

_GHOSTS = frozenset(
    {
        "you",
        "the",
        "oh",
        "uh",
        "um",
        "hmm",
        "bye",
        "bye bye",
        "thank you",
        "thank you very much",
        "thank you so much",
        "thanks for watching",
        "thank you for watching",
        "please subscribe",
        "subtitles by the amara org community",
        "silence",
        "music",
        "blank audio",
    }
)
_PHRASE = 3
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
# Measured in a window of 8 s: kitchen noise, hum, hiss and clicks score -1.2 and lower, and 0.4 and
# higher for nobody; single words score down to -1.8 too, but 0.35 at most for nobody.
_HOPELESS_SCORE = -2.5
_LOW_SCORE, _LOW_NO_SPEECH = -1.0, 0.37
_GHOST_SCORE, _GHOST_NO_SPEECH = -0.7, 0.3
_SIMILAR = 60
"""Of 100: below it two hypotheses of the same audio have little in common."""


class Hypothesis(msgspec.Struct, frozen=True):
    """A text, and how well it fits the audio."""

    text: str
    score: float
    """Mean log probability of its tokens; 0 is certain."""
    no_speech: float
    """0 to 1: how likely it is that nobody spoke."""

    @property
    def looped(self) -> bool:
        """Whether three words in a row come again later on."""
        words = normalised(self.text).split()
        seen: dict[tuple[str, ...], int] = {}
        for at in range(len(words) - _PHRASE + 1):
            if at - seen.setdefault(tuple(words[at : at + _PHRASE]), at) >= _PHRASE:
                return True
        return False

    @property
    def once(self) -> str:
        """The sentence of which the text is nothing but repeats; empty where it is more."""
        first, *others = _SENTENCE_END.split(self.text)
        said = normalised(first)
        again = all(said.startswith(normalised(other)) for other in others)
        return first if others and again else ""

    @property
    def nobody(self) -> bool:
        """Whether this is what silence or noise gives. Only means something without a prompt."""
        if self.score < _HOPELESS_SCORE:
            return True
        if self.score < _LOW_SCORE and self.no_speech > _LOW_NO_SPEECH:
            return True
        doubtful = self.no_speech > _GHOST_NO_SPEECH or self.score < _GHOST_SCORE
        return doubtful and self.ghost

    @property
    def ghost(self) -> bool:
        """Whether this is a sentence that Whisper is known to make up."""
        return normalised(self.text) in _GHOSTS


def normalised(text: str) -> str:
    """Give the words alone: lower case, single spaces, without marks."""
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def echoes(text: str, prompt: str) -> bool:
    """Whether `text` is a piece of `prompt`, as Whisper says it when it hears nothing."""
    return f" {normalised(text)} " in f" {normalised(prompt)} "


def similar(one: str, other: str) -> bool:
    """Whether two hypotheses of the same audio agree in the main."""
    return fuzz.ratio(normalised(one), normalised(other)) >= _SIMILAR


def said_once(looped: Hypothesis, unprompted: Hypothesis) -> Hypothesis:
    """What was said where words were repeated without end, and what was heard without a prompt.

    It knows the person's words only with one: where it repeats one sentence, as long as what was
    heard without, that sentence is the better.
    """
    once = looped.once
    extra = len(normalised(once).split()) - len(normalised(unprompted.text).split())
    if not once or abs(extra) > 1 or not similar(once, unprompted.text):
        return unprompted
    return Hypothesis(once, looped.score, looped.no_speech)
