"""Days that come every year by themselves: "Mum's birthday is on March 3rd"."""

from control_api.engine.plan import CommandPlan
from control_api.language.times.due_dates import due_of
from control_api.language.times.phrases import read_when
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene, plan
from control_api.language.understanding.titles import as_title
from control_api.language.words.sentence import Slots
from shared.actions import CreateTask
from shared.tasks import Repeat

_EVERY_YEAR = Repeat(rule="FREQ=YEARLY")


def birthday(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A task of that name on its day, every year; None for whose nobody can know."""
    language = scene.language
    when = read_when(slots["when"], scene.now, language)
    named = language.repeating.every_year.fullmatch(slots["what"].mask)
    if named is None or when is None or when.day is None or when.last_day is not None:
        return None
    title = as_title(slots["what"].text, language)
    due = due_of(when, scene.now, scene.zone)
    made = CreateTask(title=title, due=due.due, time_zone=due.time_zone, repeat=_EVERY_YEAR)
    return plan(made, confidence)


INTENTS = {"birthday": Intent(birthday)}
