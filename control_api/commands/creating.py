"""Sentences that make tasks."""

import re

from control_api.commands.calendar_words import REPEATING
from control_api.commands.dues import due_of
from control_api.commands.language import ENGLISH
from control_api.commands.names import find_project, is_it
from control_api.commands.phrases import read_when, split_time
from control_api.commands.readings import Reading
from control_api.commands.scene import Scene, ask, refuse
from control_api.commands.sentence import Words
from control_api.commands.times import When
from shared.actions import Action, CreateTask

Slots = dict[str, Words]

LONGEST_TITLE = 500
_LONGEST_ITEM_WORDS = 3
_LEADING = re.compile(
    r"^(?:(?:that )?(?:i|we) (?:have|need|want|must|should|ought|still have|still need|'ve got|got) to |that (?:i|we) |to |about |that |of )+(?=\S)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s+(?:on|at|by|for|in|to|and|the|a|an|my|with|about|from|due|please)$", re.IGNORECASE
)
_IN_PROJECT = re.compile(
    r"\s+(?:to|in|on|under|for|into)\s+(?:my |the |our )?(?P<project>[^,]{1,60}?)\s+(?:list|project)$",
    re.IGNORECASE,
)
_ITEM_BREAK = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*", re.IGNORECASE)
_NOTHING = re.compile(
    r"(?:something|anything|a thing|an item|items|(?:a|the|this|that|new|another) (?:new )?(?:item|task|reminder|thing|one|event|note)s?"
    r"|(?:some|more|new) (?:things|items|tasks)|it|this|that|me|one|list|new|a|an|the|us|them|of|to|about|that|at|on|for|by|in|and|from|with)",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"[\d\s.,+*/x-]+|(?:\w+ )?(?:plus|minus|times|divided by)\b.*|.*\b(?:plus|minus|divided by)\b.*",
    re.IGNORECASE,
)
_NUMBERS_ONLY = re.compile(
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twenty|and|to|plus|hundred|[\s,])+",
    re.IGNORECASE,
)
_WITH_GUESTS = re.compile(
    r"\b(?:meeting|call|lunch|dinner|event|appointment|conference|interview|party|date)s?\b.*\b(?:with|for|between|inviting|and)\b\s+\w"
    r"|\binvit\w+|\bguests?\b|\battendees\b|\bevents? with\b",
    re.IGNORECASE,
)
_WITH_GUESTS_ONLY = re.compile(r"(?:only )?with\b|in (?:my|the) calendar\b", re.IGNORECASE)
NO_REPEATS = "I can't repeat tasks yet. Tell me the first day, and I'll add it for that day."


def create(slots: Slots, scene: Scene, confidence: float) -> Reading | None:
    """One task, or several when a list of short items goes on a list."""
    what = slots["what"]
    said_when = None
    if "when" in slots:
        if REPEATING.search(slots["when"].mask):
            return refuse(NO_REPEATS)
        said_when = read_when(slots["when"], scene.now)
        if said_when is None:
            return None
    project = project_named(slots["project"], scene) if "project" in slots else None
    if what.mask.isspace() or not what.mask:
        return None
    if (only := read_when(what, scene.now)) and "project" not in slots:
        return _title_missing(only, scene)
    if REPEATING.search(what.mask):
        return refuse(NO_REPEATS)
    timed = split_time(what, scene.now, also=said_when)
    words = timed.words
    if project is None and (found := _IN_PROJECT.search(words.mask)):
        project = project_named(words.slice(found.start("project"), found.end("project")), scene)
        words = words.slice(0, found.start())
    words = _tidied(words)
    if _NOTHING.fullmatch(words.mask) or not words.text:
        return ask("What should I add?", min(confidence, 0.85))
    if _WITH_GUESTS_ONLY.match(words.mask):
        return None
    if confidence <= 0.93 and (_NUMBERS_ONLY.fullmatch(words.mask) or _SUM.fullmatch(words.mask)):
        return None
    titles = _items(words, on_list="project" in slots or project is not None)
    due = due_of(timed.when, scene.now, scene.zone)
    if any(len(title) > LONGEST_TITLE for title in titles):
        return refuse("That is too long for one task. Say it in a sentence or two.")
    actions: list[Action] = [
        CreateTask(title=title, due=due.due, time_zone=due.time_zone, project=project)
        for title in titles
    ]
    return Reading(outcome="planned", actions=actions, confidence=confidence, complete=True)


def create_known(slots: Slots, scene: Scene, confidence: float) -> Reading | None:
    """Like `create`, when the list named exists."""
    project = find_project(slots["project"].text, scene.known.projects)
    return create(slots, scene, confidence) if project and not is_it(slots["what"].text) else None


def create_bare(slots: Slots, scene: Scene, confidence: float) -> Reading | None:
    """Wishes such as "I need to buy milk", which may be no request at all."""
    what = slots["what"]
    words = what.mask.lower().split()
    if not words or words[0] in ENGLISH.musings or _WITH_GUESTS.search(what.mask):
        return None
    if re.match(r"(?:go|leave|be|get going|run)$", what.mask, re.IGNORECASE):
        return None
    if (
        re.search(r"\b(?:you|your|yourself|tell me|what to do)\b", what.mask, re.IGNORECASE)
        or len(words) > 25
    ):
        return None
    return create(slots, scene, confidence)


def create_dated(slots: Slots, scene: Scene, confidence: float) -> Reading | None:
    """Statements such as "I have a dentist appointment on Friday": only with a date ahead."""
    timed = split_time(slots["what"], scene.now)
    if timed.when is None or len(timed.words.text.split()) > 6:  # noqa: PLR2004 (a story)
        return None
    return create(slots, scene, confidence)


def create_list(slots: Slots, scene: Scene, confidence: float) -> Reading | None:
    """A list comes into being with its first task."""
    del scene
    name = slots.get("title") or slots.get("project")
    called = (
        f" the {name.text} list" if name and name.text.lower() not in {"to do", "task"} else " it"
    )
    return ask(
        f"What is the first thing on{called}? A list begins with its first task.", confidence
    )


def unsaid_create(slots: Slots, scene: Scene, confidence: float) -> Reading | None:
    """The beginning of a command without its end."""
    when = None
    if "when" in slots:
        if REPEATING.search(slots["when"].mask):
            return refuse(NO_REPEATS)
        when = read_when(slots["when"], scene.now)
        if when is None:
            return None
        return _title_missing(when, scene)
    reading = ask("What should I add?", confidence)
    return Reading(outcome="clarify", reply=reading.reply, confidence=confidence)


def project_named(words: Words, scene: Scene) -> str | None:
    """The list of that name, in the person's spelling when there is one."""
    said = words.text.strip('" ')
    if not said or said.lower() in {"to do", "to-do", "todo", "task", "reminder", "main", "tasks"}:
        return None
    return find_project(said, scene.known.projects) or said[:1].upper() + said[1:]


def _title_missing(when: When, scene: Scene) -> Reading:
    del when, scene
    return Reading(outcome="clarify", reply="What should I remind you of?", confidence=0.85)


def _tidied(words: Words) -> Words:
    words = words.strip()
    if leading := _LEADING.match(words.mask):
        words = words.slice(leading.end()).strip()
    while trailing := _TRAILING.search(words.mask):
        words = words.slice(0, trailing.start()).strip()
    return words


def _items(words: Words, *, on_list: bool) -> list[str]:
    whole = as_title(words.text)
    if not on_list or not _ITEM_BREAK.search(words.mask):
        return [whole]
    pieces = [piece.strip() for piece in _split(words)]
    short = all(
        piece.text
        and len(piece.text.split()) <= _LONGEST_ITEM_WORDS
        and piece.text.split()[0].lower() not in ENGLISH.verbs
        for piece in pieces
    )
    return [as_title(piece.text) for piece in pieces] if short else [whole]


def _split(words: Words) -> list[Words]:
    pieces, position = [], 0
    for found in _ITEM_BREAK.finditer(words.mask):
        pieces.append(words.slice(position, found.start()))
        position = found.end()
    return [*pieces, words.slice(position)]


def as_title(text: str) -> str:
    """The title as it is kept: as it was said, with a capital, without quotes around it."""
    text = text.strip(" \t,;:.!?")
    if text.count('"') == 2 and text[0] == text[-1] == '"':  # noqa: PLR2004 (quotes come in pairs)
        text = text[1:-1].strip() or text
    # "Add by milk" is how recognisers hear "Add buy milk"; no task begins with "by".
    text = re.sub(r"^(?:by|bye) (?=\w)", "buy ", text, flags=re.IGNORECASE)
    return text[:1].upper() + text[1:]
