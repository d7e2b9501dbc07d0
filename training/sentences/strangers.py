"""Other people's sentences, such as SLURP's and NLU-Evaluation-Data's, where they are.

JSON lines of ``text``, ``intent`` and ``entities``: ``[[start, end, type]]``. What one means here
the grammar says where it reads it as one of the intents that it may be; else all of these may be
meant, and what is known of its stretches are the entities.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from control_api.language.duckling.allowance import allowance
from control_api.language.duckling.unread import OverrunError
from control_api.language.learned.meaning import NOTHING, TAGS
from control_api.language.understanding.reading.frames import Frame, frames_of
from control_api.language.understanding.reading.ranking import rank
from control_api.language.understanding.reading.surroundings import without_politeness
from control_api.language.understanding.scene import Known, Scene
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.tasks import Task
from training.examples import Example, Span
from training.learned import LEARNED, MAY_MEAN, SAME

_ZONE = ZoneInfo("Europe/Berlin")
_NOW = datetime(2026, 11, 21, 10, tzinfo=_ZONE)
_ENTITIES = {
    "event_name": "thing",
    "meal_type": "thing",
    "list_name": "list",
    "date": "when",
    "time": "when",
    "timeofday": "when",
    "place_name": "place",
    "time_zone": "place",
}
_OFTEN = 2
"""What is asked for here is one sentence in six of theirs."""
_NAMED = {"event_name", "meal_type"}
_ALL_TOLD = ("calendar", "alarm", "datetime")
"""Of these, everything that stands in a slot is an entity."""
_BEFORE_TIME = re.compile(
    r"(?:\b(?:at|on|for|by|in|from|of|until|till)\s+(?:the\s+)?)+$", re.IGNORECASE
)
_BETWEEN = re.compile(
    r"\s*(?:,|\b(?:at|on|in|of|for|with|and|the|from|about)\b|\s)*\s*", re.IGNORECASE
)
_STAMP = "2026-11-20T09:00:00Z"


def examples_of(path: Path, language: Language, *, held_out: bool) -> Iterator[Example]:
    """The sentences of a file. Raises OSError and ValueError."""
    for line in path.read_text("utf-8").splitlines():
        said = json.loads(line)
        may_mean = MAY_MEAN.get(said["intent"])
        if may_mean is None:
            yield Example(said["text"], [NOTHING], [], is_held_out=held_out)
        else:
            example = _in_scope(said, may_mean, language, held_out=held_out)
            yield from [example] * (1 if held_out else _OFTEN)


def _in_scope(
    said: dict[str, Any], may_mean: tuple[str, ...], language: Language, *, held_out: bool
) -> Example:
    text: str = said["text"].lower()
    entities = [(start, end, kind) for start, end, kind in said["entities"]]
    times = _times(text, entities)
    frame = _frame(text, entities, language)
    intent = frame and SAME.get(frame.intent, frame.intent)
    if frame is not None and intent in LEARNED and intent in {*may_mean, "create_bare"}:
        return Example(text, [intent], _of_frame(text, frame, times), is_held_out=held_out)
    spans = None
    if said["intent"].startswith(_ALL_TOLD):
        told = [
            (start, end, _ENTITIES[kind])
            for start, end, kind in entities
            if kind in _ENTITIES and _ENTITIES[kind] != "when"
        ]
        is_told = any(tag == "thing" for *_, tag in told) or "calendar" not in said["intent"]
        spans = sorted([*_joined(text, told), *times]) if is_told else None
    return Example(text, list(may_mean), spans, is_held_out=held_out)


def _times(text: str, entities: list[Span]) -> list[Span]:
    """The stretches that are times, with the words that lead to them."""
    found = [(start, end, "when") for start, end, kind in entities if _ENTITIES.get(kind) == "when"]
    led = []
    for start, end, tag in _joined(text, found):
        before = _BEFORE_TIME.search(text[:start])
        led.append((before.start() if before else start, end, tag))
    return led


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Neighbours of one kind as one."""
    joined: list[Span] = []
    for start, end, tag in sorted(spans):
        last = joined[-1] if joined else None
        if last and last[2] == tag and _BETWEEN.fullmatch(text[last[1] : start]):
            joined[-1] = (last[0], end, tag)
        else:
            joined.append((start, end, tag))
    return joined


def _frame(text: str, entities: list[Span], language: Language) -> Frame | None:
    """What the grammar makes of it, where all that it names is there."""
    words = without_politeness(Words(text, text), language)
    scene = Scene(_NOW, _ZONE, _known(text, entities), language)
    try:
        with allowance(text):
            best = rank(frames_of(words, language), words, scene)
    except OverrunError:
        return None
    return best.frame if best is not None else None


def _known(text: str, entities: list[Span]) -> Known:
    named = [text[start:end] for start, end, kind in entities if kind in _NAMED]
    tasks = [
        Task(
            id=str(number),
            title=title.capitalize(),
            status="todo",
            due=None,
            time_zone=None,
            project=None,
            created_at=_STAMP,
            updated_at=_STAMP,
        )
        for number, title in enumerate(named)
    ]
    lists = [text[start:end] for start, end, kind in entities if kind == "list_name"]
    return Known(open_tasks=tasks, projects=lists)


def _of_frame(text: str, frame: Frame, times: list[Span]) -> list[Span]:
    """Where the slots of the frame stand; the times at the edge of one are none of it."""
    spans = list(times)
    for name, words in frame.slots.items():
        tag = TAGS.get(name)
        start = text.find(words.text)
        if tag is None or tag == "when" or start < 0:
            continue
        end = start + len(words.text)
        for begin, last, _ in times:
            if start < begin <= end <= last + 1:
                end = begin
            elif begin <= start < last < end:
                start = last
        said = text[start:end]
        start += len(said) - len(said.lstrip(" ,"))
        end -= len(said) - len(said.rstrip(" ,"))
        if end > start and not any(a < end and start < b for a, b, _ in times):
            spans.append((start, end, tag))
    return sorted(spans)
