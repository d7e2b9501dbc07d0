"""What a language model may not say: that it did what it did not do."""

import re
from collections.abc import Iterator

CAN_DO = (
    "I keep your tasks. Say: remind me to call Sarah tomorrow at three, or: what's on for Friday?"
)
NOT_UNDERSTOOD = (
    "I don't understand that yet. Say it like: add buy milk, or: move the dentist to Friday."
)
ONLY_TASKS = "I only keep your tasks. Say help to hear what I can do."
CANNOT_ANSWER = (
    "I can't answer that: I have no language model that can be trusted with questions. "
    "You can give me a better one, by the command Saydo models."
)
NOTHING_CHANGED = f"I haven't changed anything. {CAN_DO}"

_DONE = (
    r"(?:added|created|scheduled|rescheduled|set|reminded|deleted|removed|completed|marked|moved|"
    r"renamed|updated|changed|cancel(?:l)?ed|booked|sent|called|ordered|bought|put|noted|notified|"
    r"emailed|finished|saved|recorded|undone|redone|restored|taken care of|checked off|crossed off|"
    r"done|made|assigned|placed|logged|written|paid|gone\s+ahead)"
)
_DO = (
    r"(?:add|create|schedule|reschedule|set|remind|delete|remove|complete|mark|move|rename|update|"
    r"change|cancel|book|send|call|order|buy|put|note|notify|email|save|record|undo|make|let you)"
)
_NOW = r"(?:(?:just|now|already|also|gone\s+ahead\s+and|successfully)\s+)*"
_CLAIM = re.compile(
    rf"""
    # I've just added; I'll add; it has been added; Okay, done.
    \bI(?:'ve|\s+have|'d|\s+had)?\s+{_NOW}{_DONE}\b
    | \bI(?:'ll|\s+will|'m\s+going\s+to|\s+am\s+going\s+to|'m|\s+am)\s+{_NOW}{_DO}(?:ing)?\b
    | \b(?:is|are|was|were|has\s+been|have\s+been|'s(?:\s+been)?|got)\s+{_NOW}{_DONE}\b
    | ^\W*(?:(?:ok(?:ay)?|sure|great|alright|perfect)\b\W*)*(?:done|all\s+set|{_DONE})\b
    | \b(?:consider\s+it\s+done|you(?:'re|\s+are)\s+all\s+set|mission\s+accomplished)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SENTENCE = re.compile(r".+?(?:[.?!…]+['\"”)]*\s|\n)", re.DOTALL)


def claims_change(text: str) -> bool:
    """Whether the words say that something was done, or promise that it will be."""
    return _CLAIM.search(text.replace("’", "'")) is not None  # noqa: RUF001


WHOLE_SENTENCE = {"saydo_whole_sentence": True}
"""In the `extra` of a piece of an answer that needs no more text after it to be said."""


class Sentences:
    """Cuts text that comes in pieces into whole sentences."""

    def __init__(self) -> None:
        self._rest = ""

    def push(self, text: str) -> Iterator[str]:
        """Take in more text; give the sentences that are whole now."""
        self._rest += text
        while found := _SENTENCE.match(self._rest):
            sentence, self._rest = found.group(), self._rest[found.end() :]
            if sentence.strip():
                yield sentence

    def flush(self) -> Iterator[str]:
        """Give what is left."""
        sentence, self._rest = self._rest, ""
        if sentence.strip():
            yield sentence
