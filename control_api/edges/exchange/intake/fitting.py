"""Makes what another program had fit, and says what did not: nothing is refused here."""

import math
import unicodedata
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from control_api.edges.exchange.intake.check import EXTRA_BYTES, inputs_of_times
from control_api.edges.exchange.intake.cycles import find_back_edges
from control_api.edges.exchange.parts.bundle import Bundle, one_line
from control_api.edges.exchange.parts.losses import Losses
from control_api.edges.exchange.parts.zone_names import is_iana_name, zone_at_offset, zone_named
from control_api.input.markdown import NOTES_LENGTH
from control_api.input.names import name_key
from control_api.kinds.simple.inputs import NAME_LENGTH
from control_api.kinds.tasks.records import inputs
from control_api.time.schedule import in_one_spelling
from control_api.time.written import clean_time
from shared.problems import InvalidInputError
from shared.tasks import Repeat, Task
from shared.things import Comment, Person, Project, Tag

UNTITLED = "(no title)"
OURS = frozenset({"said", "source", "created_by"})
"""What no other program knows of a task that was made here."""


def fit(bundle: Bundle) -> Bundle:
    """The same bundle, fit for the engine; every change of it is in its losses."""
    bundle.untold |= OURS
    for place, task in enumerate(bundle.tasks):
        bundle.tasks[place] = _fit_task(task, bundle.losses)
    _cut_loose_ends(bundle)
    _cut_circles(bundle)
    bundle.comments = _fit_comments(bundle)
    for things in (bundle.projects, bundle.tags, bundle.people):
        things[:] = _fit_names(things, bundle.losses)
    return bundle


def plain_text(text: str) -> str:
    """The text without control characters and broken surrogates."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if lines.isprintable():
        return lines
    return "".join(
        each for each in lines if each in "\n\t" or unicodedata.category(each) not in {"Cc", "Cs"}
    )


def plain_line(text: str, longest: int) -> str:
    """The words of a text on one line that is not too long."""
    return one_line(plain_text(text))[:longest].strip()


def _fit_task(task: Task, losses: Losses) -> Task:
    title, notes = _fit_words(task, losses)
    values: dict[str, Any] = {"title": title, "notes": notes}
    for field, zone in inputs_of_times():
        values[field], values[zone] = _fit_time(task, field, zone, losses)
    section = plain_line(task.section or "", NAME_LENGTH)
    values["section"] = section or None
    try:
        values["duration_min"] = inputs.clean_duration(task.duration_min)
    except InvalidInputError:
        losses.add("duration", "It is longer than a year or less than a minute.", title)
        values["duration_min"] = None
    for field in ("links", "reminders"):
        values[field] = _fit_list(getattr(task, field), field, title, losses)
    for field in ("tag_ids", "assignee_ids", "depends_on"):
        given = getattr(task, field)
        if len(given) > inputs.MOST_REFERENCES:
            losses.add(field, f"Only the first {inputs.MOST_REFERENCES} are taken.", title)
        values[field] = given[: inputs.MOST_REFERENCES]
    if task.order is not None and not math.isfinite(task.order):
        values["order"] = None
    values["repeat"] = _fit_repeat(task, values["due"], losses)
    if len(msgspec.json.encode(task.extra)) > EXTRA_BYTES:
        losses.add("extra", "What else the program knew is too much to keep.", title)
        values["extra"] = {k: v for k, v in task.extra.items() if k == "import"}
    return msgspec.structs.replace(task, **values)


def _fit_words(task: Task, losses: Losses) -> tuple[str, str]:
    """Title and notes."""
    title = plain_line(task.title, inputs.TITLE_LENGTH) or UNTITLED
    notes = plain_text(task.notes)
    if title == UNTITLED != task.title:
        losses.add("title", "The task has none, and is named so.")
    if len(one_line(plain_text(task.title))) > inputs.TITLE_LENGTH:
        losses.add("title", "It is too long; all of it is in the notes.", title)
        notes = f"{plain_text(task.title)}\n\n{notes}".strip()
    if len(notes) > NOTES_LENGTH:
        losses.add("notes", f"They are cut off after {NOTES_LENGTH} characters.", title)
        notes = notes[:NOTES_LENGTH]
    return title, notes


def _fit_time(task: Task, field: str, zone: str, losses: Losses) -> tuple[str | None, str | None]:
    given, name = getattr(task, field), getattr(task, zone)
    if name is not None and not is_iana_name(name):
        found = zone_named(name) or zone_at_offset(name)
        name = found.key if isinstance(found, ZoneInfo) else None
        if name is None:
            what = "There is no such time zone: the time floats."
            losses.add(zone, what, getattr(task, zone))
    try:
        return clean_time(given, name, field)
    except InvalidInputError:
        losses.add(field, "It is no date that can be kept.", f"{task.title}: {given}")
        return None, None


def _fit_repeat(task: Task, due: str | None, losses: Losses) -> Repeat | None:
    if task.repeat is None:
        return None
    if due is None:
        losses.add("repeat", "A task repeats from its due date, and this one has none.", task.title)
        return None
    try:
        return in_one_spelling(task.repeat, due)
    except InvalidInputError as error:
        losses.add("repeat", str(error), f"{task.title}: {task.repeat.rule}")
        return None


def _fit_list(given: list[Any], field: str, title: str, losses: Losses) -> list[Any]:
    fit: list[Any] = []
    for each in given:
        try:
            if field == "links":
                fit += inputs.clean_links([each])
            else:
                fit += inputs.clean_reminders([each])
        except InvalidInputError:
            losses.add(field, "Saydo has no place for one like this.", title)
    if len(fit) > inputs.MOST_LINKS:
        losses.add(field, f"Only the first {inputs.MOST_LINKS} are taken.", title)
    return fit[: inputs.MOST_LINKS]


def _cut_loose_ends(bundle: Bundle) -> None:
    """Leave out what points to tasks that are not in the file."""
    there = {task.id for task in bundle.tasks}
    for place, task in enumerate(bundle.tasks):
        needs = [each for each in task.depends_on if each in there]
        parent_id = task.parent_id if task.parent_id in there else None
        if len(needs) < len(task.depends_on):
            bundle.losses.add("depends_on", "It waits for a task that is not there.", task.title)
        if parent_id != task.parent_id:
            bundle.losses.add("parent", "It is a part of a task that is not there.", task.title)
        if needs != task.depends_on or parent_id != task.parent_id:
            bundle.tasks[place] = msgspec.structs.replace(
                task, depends_on=needs, parent_id=parent_id
            )


def _cut_circles(bundle: Bundle) -> None:
    by_id = {task.id: task for task in bundle.tasks}
    above = {task.id: [task.parent_id] for task in bundle.tasks if task.parent_id}
    for task_id, _ in find_back_edges(above):
        bundle.losses.add("parent", "It would be a part of itself.", by_id[task_id].title)
        by_id[task_id] = msgspec.structs.replace(by_id[task_id], parent_id=None)
    needs = {task.id: task.depends_on for task in bundle.tasks if task.depends_on}
    for task_id, needed in find_back_edges(needs):
        task = by_id[task_id]
        bundle.losses.add("depends_on", "It would wait for itself.", task.title)
        left = [each for each in task.depends_on if each != needed]
        by_id[task_id] = msgspec.structs.replace(task, depends_on=left)
    bundle.tasks = list(by_id.values())


def _fit_comments(bundle: Bundle) -> list[Comment]:
    there = {task.id for task in bundle.tasks}
    fit = []
    for comment in bundle.comments:
        text = plain_text(comment.text)[:NOTES_LENGTH]
        if comment.task_id not in there:
            bundle.losses.add("comment", "It is about nothing that is there.", text)
        elif text.strip():
            author = plain_line(comment.author, NAME_LENGTH)
            fit.append(msgspec.structs.replace(comment, text=text, author=author))
    return fit


def _fit_names(things: list[Any], losses: Losses) -> list[Any]:
    """One line each, and no name twice."""
    fit: dict[str, Project | Tag | Person] = {}
    last_number: dict[str, int] = {}
    for thing in things:
        name = chosen = plain_line(thing.name, NAME_LENGTH) or UNTITLED
        while name_key(chosen) in fit:
            number = last_number[name_key(name)] = last_number.get(name_key(name), 1) + 1
            chosen = f"{name[: NAME_LENGTH - 10]} ({number})"
        if chosen != thing.name:
            losses.add("name", f"It is {chosen!r} here.", thing.name)
        values = {"name": chosen}
        if isinstance(thing, Project):
            values["description"] = plain_text(thing.description)[:NOTES_LENGTH]
        fit[name_key(chosen)] = msgspec.structs.replace(thing, **values)
    return list(fit.values())
