"""Questions about several tasks: what is next, tagged, urgent, Anna's, on a list, done, new."""

from datetime import date, timedelta

from control_api.engine.plan import CommandPlan
from control_api.input.names import name_key
from control_api.language.filters.nodes import (
    HasTag,
    IsAssigned,
    write,
)
from control_api.language.understanding.fields.assigning import people_called
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.listing import when_asked
from control_api.language.understanding.names import find_project
from control_api.language.understanding.scene import Scene, answer, plan
from control_api.language.wording.dates_aloud import say_days
from control_api.language.words.sentence import Slots, Words
from shared.actions import ListTasks
from shared.things import Tag

_LATEST = 3
"""So many are told of what was done or added last."""
_NAMED = 8
_URGENT, _NEARLY = "urgent", ">= high"
_WEEK = timedelta(days=7)


def next_one(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The one thing that comes next, of all or of some days."""
    days = _days_asked(slots, scene)
    if days is None:
        return None
    first, last = days
    action = ListTasks(
        due_from=_iso(first), due_to=_iso(last), sort="next", limit=1, question="next"
    )
    return plan(action, confidence)


def tagged(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What has a tag."""
    said = scene.language.listing.leading.sub("", slots["tag"].text).strip('#" ')
    key = name_key(said)
    names = [each.name for each in scene.known.things if isinstance(each, Tag)]
    name = next((each for each in names if name_key(each) == key), said)
    return plan(ListTasks(filter=write(HasTag(name)), question="tagged", about=name), confidence)


def which_tags(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Which tags there are."""
    del slots
    names = [each.name for each in scene.known.things if isinstance(each, Tag)]
    if not names:
        return answer(scene.language.say("no-tags"), confidence)
    return answer(scene.language.say("your-tags", names=_named(names, scene)), confidence)


def which_people(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Who is known."""
    del slots
    names = [each.name for each in scene.known.people]
    if not names:
        return answer(scene.language.say("no-people"), confidence)
    return answer(scene.language.say("known-people", names=_named(names, scene)), confidence)


def for_person(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What somebody has to do, when there is such a person."""
    called = people_called(scene.language.listing.of_whom.sub("", slots["person"].text), scene)
    if len(called) != 1:
        return None
    name = called[0]
    days = _days_asked(slots, scene)
    if days is None:
        return None
    first, last = days
    action = ListTasks(
        due_from=_iso(first),
        due_to=_iso(last),
        filter=write(IsAssigned(name)),
        question="for_person",
        about=name,
    )
    return plan(action, confidence)


def unassigned(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What nobody in particular has to do, of all or on a list."""
    project = None
    if "project" in slots:
        project = find_project(slots["project"].text, scene.known.projects, scene.language)
        if project is None:
            return None
    return plan(ListTasks(project=project, filter="no assignee"), confidence)


def most_important(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The one with the highest priority."""
    del slots, scene
    return plan(ListTasks(sort="priority", limit=1, question="important"), confidence)


def of_priority(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What is urgent, or has a priority."""
    said = slots["priority"].text.lower()
    wanted = scene.language.listing.priorities.get(said)
    if wanted is None:
        return None
    days = _days_asked(slots, scene)
    if days is None:
        return None
    first, last = days
    about = wanted.split()[-1]
    # Where nothing is urgent, what is nearly so is told.
    wanted = _NEARLY if about == _URGENT else wanted
    action = ListTasks(
        due_from=_iso(first),
        due_to=_iso(last),
        filter=f"priority {wanted}",
        sort="priority",
        question="important",
        about=about,
    )
    return plan(action, confidence)


def blocked(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What waits for other tasks."""
    del slots, scene
    return plan(ListTasks(filter="blocked", question="blocked"), confidence)


def undated(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What has no date."""
    del slots, scene
    return plan(ListTasks(filter="no date", sort="newest", question="undated"), confidence)


def finished(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What was done, in a stretch of time or last."""
    if "when" not in slots:
        action = ListTasks(status="done", sort="finished", limit=_LATEST, question="finished")
        return plan(action, confidence)
    days = _days(slots["when"], scene)
    if days is None:
        return None
    action = ListTasks(
        status="done",
        filter=_from_to("completed", *days),
        sort="finished",
        question="finished",
        about=say_days(*days, scene.now.date(), scene.language),
    )
    return plan(action, confidence)


def added(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What was added, in a stretch of time or last."""
    if "when" not in slots:
        action = ListTasks(sort="newest", limit=_LATEST, question="added")
        return plan(action, confidence)
    days = _days(slots["when"], scene)
    if days is None:
        return None
    action = ListTasks(
        status="any",
        filter=_from_to("created", *days),
        sort="newest",
        question="added",
        about=say_days(*days, scene.now.date(), scene.language),
    )
    return plan(action, confidence)


def how_much_work(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """How long what is due takes."""
    first: date | None = scene.now.date()
    last = first
    if "when" in slots:
        when = when_asked(slots["when"], scene)
        if when is None:
            return None
        first, last = when.range()
    action = ListTasks(due_from=_iso(first), due_to=_iso(last), question="how_much_work")
    return plan(action, confidence)


def _days_asked(slots: Slots, scene: Scene) -> tuple[date | None, date | None] | None:
    """The first and the last day that are asked about, which may be none; None for no days."""
    if "when" not in slots:
        return None, None
    when = when_asked(slots["when"], scene)
    return None if when is None else when.range()


def _days(said: Words, scene: Scene) -> tuple[date, date] | None:
    """The days that are meant, which have begun; a weekday is the last one."""
    when = when_asked(said, scene)
    first, last = when.range() if when else (None, None)
    if first is None or last is None:
        return None
    ahead = (first - scene.now.date()).days
    if 0 < ahead <= _WEEK.days and first == last:
        first, last = first - _WEEK, last - _WEEK
    return (first, last) if first <= scene.now.date() else None


def _from_to(field: str, first: date, last: date) -> str:
    return f"{field} from {first} & {field} by {last}"


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _named(names: list[str], scene: Scene) -> str:
    more = len(names) - _NAMED
    rest = [scene.language.say("as-many-more", count=str(more))] if more > 0 else []
    return scene.language.listed([*names[:_NAMED], *rest])


INTENTS = {
    "ask_next": Intent(next_one),
    "ask_tagged": Intent(tagged),
    "ask_tags": Intent(which_tags),
    "ask_people": Intent(which_people),
    "ask_for_person": Intent(for_person),
    "ask_unassigned": Intent(unassigned),
    "ask_most_important": Intent(most_important),
    "ask_priority": Intent(of_priority),
    "ask_blocked": Intent(blocked),
    "ask_undated": Intent(undated),
    "ask_finished": Intent(finished),
    "ask_added": Intent(added),
    "ask_how_much_work": Intent(how_much_work),
}
