"""What a format has no place for, counted by field and reason."""

import msgspec

from shared.moving import Loss

MOST_EXAMPLES = 5
MOST_LOSSES = 500
"""Different ones; what comes after is counted together."""
LONGEST_EXAMPLE = 80


class Losses:
    """Collects losses; the same loss of many tasks is one line of the report."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, bool], tuple[int, list[str]]] = {}

    def add(self, field: str, what: str, example: str = "", *, kept: bool = False) -> None:
        """Note one loss; `what` is a sentence, `example` names the task or value."""
        if len(self._found) >= MOST_LOSSES and (field, what, kept) not in self._found:
            field, what, kept = "more", "There is more that is not the same.", False
        count, examples = self._found.get((field, what, kept), (0, []))
        if example and len(examples) < MOST_EXAMPLES and example[:LONGEST_EXAMPLE] not in examples:
            examples = [*examples, example[:LONGEST_EXAMPLE]]
        self._found[field, what, kept] = (count + 1, examples)

    def report(self) -> list[Loss]:
        """All that was noted, by field."""
        found = [
            Loss(field=field, what=what, kept=kept, count=count, examples=examples)
            for (field, what, kept), (count, examples) in self._found.items()
        ]
        return sorted(found, key=lambda loss: (loss.field, loss.what))


class Circumstances(msgspec.Struct, frozen=True, kw_only=True):
    """What a file does not say itself."""

    time_zone: str
    """IANA name: the person's own."""
    today: str
    """ISO date, in that zone."""
    name: str = ""
    """Of the file or its list; a format that has no projects takes it for one."""
