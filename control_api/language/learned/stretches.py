"""From a tag for each piece of a word to the stretches of a text."""

from collections.abc import Sequence

from control_api.language.learned.meaning import Stretch

_OUTSIDE = "O"
_MARK = len("B-")
"""Before the kind: whether one begins (B) or goes on (I)."""


def stretches_of(
    tags: Sequence[str], places: Sequence[tuple[int, int]], words: Sequence[int | None]
) -> tuple[Stretch, ...]:
    """The stretches of whole words; two of a kind with nothing between them are one.

    `tags` are the pieces' (`O`, `B-when`, `I-when` ...), `places` where they stand in the text,
    `words` which word each is of, None for what is no part of the text.
    """
    found: list[Stretch] = []
    last_word: int | None = None
    goes_on = False
    for tag, (start, end), word in zip(tags, places, words, strict=True):
        if word is None:
            continue
        if word == last_word:  # its first piece tells for all of it
            if goes_on:
                found[-1] = _longer(found[-1], end)
            continue
        last_word = word
        if tag == _OUTSIDE:
            goes_on = False
            continue
        kind = tag[_MARK:]
        if goes_on and found[-1].tag == kind:  # there is nothing between two of one kind
            found[-1] = _longer(found[-1], end)
        else:
            found.append(Stretch(start, end, kind))
        goes_on = True
    return tuple(found)


def _longer(stretch: Stretch, end: int) -> Stretch:
    return Stretch(stretch.start, end, stretch.tag)
