"""Sentences that make a task come again: read as if said of the first day, then with the rule."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.times.date_checks import NoSuchDateError
from control_api.language.times.phrases import read_when
from control_api.language.times.repeat_phrases import SaidRepeat, find_repeat
from control_api.language.times.said_times import When, find_times
from control_api.language.understanding.scene import Scene
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from control_api.time.rule import parse_rule, rule_text
from control_api.time.schedule import clean_repeat
from shared.actions import Action, CreateTask, UpdateTask
from shared.problems import InvalidInputError
from shared.tasks import Repeat

Read = Callable[[Words, Scene], CommandPlan | None]

_ONE_DAY = timedelta(days=1)


def read_repeating(words: Words, scene: Scene, read: Read) -> CommandPlan | None:
    """A task that is made to repeat; None when the words say nothing of the kind.

    `read` reads a sentence about one day.
    """
    language = scene.language
    said = find_repeat(words.mask, language)
    if said is None:
        return None
    if verb := language.repeating.repeat_it.match(words.mask):
        change_it = Words(language.repeating.change_it, language.repeating.change_it)
        words = change_it.then(words.slice(verb.end()))
        said = find_repeat(words.mask, language) or said
    try:
        return _read(words, said, scene, read)
    except (NoSuchDateError, InvalidInputError, OverflowError):
        return None


def _read(words: Words, said: SaidRepeat, scene: Scene, read: Read) -> CommandPlan | None:
    language = scene.language
    today = scene.now.date()
    before, after = words.slice(0, said.start), words.slice(said.end)
    after, last = _cut(after, language.repeating.until, scene.now, language)
    after, first = _cut(after, language.repeating.from_on, scene.now, language)
    before, first_before = _cut(before, language.repeating.from_on, scene.now, language)
    begin = first or first_before
    repeat = said.repeat if last is None else _until(said.repeat, last)
    if begin is None and not said.names_days:
        begin = _day_said(before, after, scene.now, language)
        if begin is not None:
            reading = read(_joined(before, after), scene)
            return _with_repeat(reading, repeat, scene, None)
    start = _first(repeat, max(begin or today, today))
    # The time of day is read as of a day to come: "at nine" then means the morning.
    spoken = start if start > today else _first(repeat, today + _ONE_DAY)
    part = language.repeating.parts.get((said.part or "").lower(), "")
    on = f"{language.repeating.on_day}{spoken.isoformat()}{part}"
    day = Words(on, on)
    for sentence in (_joined(before, day, after), _joined(before, after, day)):
        reading = read(sentence, scene)
        if reading is not None:
            chosen = None if said.names_days or begin is not None else today
            return _with_repeat(reading, repeat, scene, (spoken, start), keep_from=chosen)
    return None


def _with_repeat(
    reading: CommandPlan | None,
    repeat: Repeat,
    scene: Scene,
    days: tuple[date, date] | None,
    *,
    keep_from: date | None = None,
) -> CommandPlan | None:
    """The reading with the repeat in its actions; None for one that is about something else.

    `days`: the day that was read, and the one that is meant if its time is still to come.
    `keep_from`: a task that has a date from that day on keeps it.
    """
    if reading is None or reading.outcome == "clarify":
        return reading
    if reading.outcome != "planned":
        return None
    actions: list[Action] = []
    for action in reading.actions:
        if not isinstance(action, CreateTask | UpdateTask) or not isinstance(action.due, str):
            return None
        due = action.due
        if days is not None and due[:10] == days[0].isoformat():
            due = _earliest(due, days[1], scene.now)
        changed = msgspec.structs.replace(action, due=due, repeat=repeat)
        if isinstance(action, UpdateTask) and keep_from is not None:
            changed = _keeping_date(action, changed, keep_from, scene)
        actions.append(changed)
    return msgspec.structs.replace(reading, actions=actions)


def _keeping_date(
    action: UpdateTask, changed: CreateTask | UpdateTask, day: date, scene: Scene
) -> CreateTask | UpdateTask:
    """What says nothing of a day, such as "repeat it every week", begins with the task's date."""
    own = next((task for task in scene.known.open_tasks if task.id == action.task_id), None)
    if own is None or own.due is None or own.due[:10] < day.isoformat():
        return changed
    return UpdateTask(action.task_id, repeat=changed.repeat)


def _earliest(due: str, day: date, now: datetime) -> str:
    """The same time on an earlier day, if it is still to come then."""
    sooner = day.isoformat() + due[10:]
    ahead = len(sooner) == len("2026-11-24") or datetime.fromisoformat(sooner) > now.replace(
        tzinfo=None
    )
    return sooner if ahead else due


def _first(repeat: Repeat, day: date) -> date:
    """The first day of a rule, from a day on."""
    return date.fromisoformat(clean_repeat(repeat, day.isoformat(), None).due)


def _until(repeat: Repeat, day: date) -> Repeat:
    rule = parse_rule(repeat.rule)
    if rule.count is not None:
        return repeat
    ended = msgspec.structs.replace(rule, until=f"{day:%Y%m%d}")
    return msgspec.structs.replace(repeat, rule=rule_text(ended))


def _cut(
    words: Words, lead: re.Pattern[str], now: datetime, language: Language
) -> tuple[Words, date | None]:
    """The words without "starting next week" or "until Christmas", and that day."""
    found = lead.search(words.mask)
    if found is None:
        return words, None
    said = words.slice(found.end())
    for end in (
        len(said.mask),
        *(m.start() for m in language.repeating.clock_after.finditer(said.mask)),
    ):
        when = read_when(said.slice(0, end), now, language)
        day = _last_or_first(when, last=lead is language.repeating.until) if when else None
        if day is not None and when is not None and when.clock is None:
            return _joined(words.slice(0, found.start()), said.slice(end)), day
    return words, None


def _last_or_first(when: When, *, last: bool) -> date | None:
    return (when.last_day or when.day) if last else when.day


def _day_said(before: Words, after: Words, now: datetime, language: Language) -> date | None:
    """A day that the rest of the sentence names: "on Monday, every week"."""
    for words in (before, after):
        for when in find_times(words.mask, now, language):
            if when.day is not None and when.day >= now.date():
                return when.day
    return None


def _joined(*pieces: Words) -> Words:
    kept = [piece.strip() for piece in pieces if piece.strip().mask]
    whole = kept[0] if kept else Words("", "")
    for piece in kept[1:]:
        whole = whole.then(piece)
    return whole
