"""Everything a sentence is read against."""

from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

import msgspec

from control_api.engine.plan import CommandPlan, Question, Turn
from control_api.language.words.language import Language
from control_api.log.deeds import Deed
from shared.actions import Action
from shared.bells import Bell
from shared.tasks import Task
from shared.things import Comment, Person, Thing
from shared.trash import Trashed
from shared.voice_settings import VoiceSettings


class Past(msgspec.Struct, frozen=True):
    """What was there and what was done: looked at only for words about it."""

    trash: list[Trashed] = []
    """The last deleted first."""
    deeds: list[Deed] = []
    """What the last commands did that hold, the latest first."""
    comments: list[Comment] = []
    """The latest first."""
    seen_at: str = ""
    """When it was looked at: the real time, UTC, ISO 8601."""


class PastNeededError(Exception):
    """The words are about what was, and that was not looked at yet."""


SOON_S = 120.0
"""So long a few words can correct what was said, or go on with it."""
CHOSEN = "\ue000"
"""Stands in a sentence for the task that was chosen: the one mentioned last."""
GAP = "\ue001"
"""Stands in a sentence for what is still to be said."""


class Known(msgspec.Struct, frozen=True, dict=True):
    """What the words of a sentence may refer to."""

    open_tasks: list[Task] = []
    finished: list[Task] = []
    """What was completed or cancelled lately, the latest first."""
    projects: list[str] = []
    """Names of the lists, the one used last first; those that have no tasks come after."""
    things: list[Thing] = []
    """What surrounds the tasks: projects, tags, people, saved filters; with their names and ids."""
    bells: list[Bell] = []
    """Timers and alarms, those that are over included."""
    settings: VoiceSettings = VoiceSettings()
    """How the person is spoken with."""
    account_id: str = ""
    """Who says it."""
    members: dict[str, str] = {}
    """Names by account of who shares the workspace; empty for a person's own."""
    mentioned: list[str] = []
    """Ids of the tasks, timers and alarms mentioned in this conversation, the latest first."""
    past: Past | None = Past()
    """None when it was not looked at: what needs it raises `PastNeededError` then."""
    question: Question | None = None
    """What was asked back last, and waits for an answer."""
    turns: list[Turn] = []
    """What was said just now in this conversation and understood, the latest first."""

    @cached_property
    def open_by_id(self) -> dict[str, Task]:
        """The open tasks, by their ids."""
        return {task.id: task for task in self.open_tasks}

    @cached_property
    def people(self) -> list[Person]:
        """Those of the things that are people."""
        return [thing for thing in self.things if isinstance(thing, Person)]


class Scene(msgspec.Struct, frozen=True):
    """When and where it was said, and what the person has."""

    now: datetime
    """Aware, in `zone`."""
    zone: ZoneInfo
    known: Known
    language: Language
    made: list[str] = []
    """Ids of the tasks that were made a moment ago, in the same breath, in their order."""
    focus: str | None = None
    """The list that was made or named in the same breath."""
    focus_is_new: bool = False
    """Whether it was made in it."""

    def last_mentioned(self) -> Task | None:
        """The task "it" stands for; None when there is none, or it is open no more."""
        if not self.known.mentioned:
            return None
        return self.known.open_by_id.get(self.known.mentioned[0])

    def last_turn(self, within_s: float) -> Turn | None:
        """What was said last, if that was no longer ago."""
        turn = next(iter(self.known.turns), None)
        return turn if turn is not None and turn.ago_s <= within_s else None

    def past(self) -> Past:
        """What was there and what was done. Raises `PastNeededError`."""
        if self.known.past is None:
            raise PastNeededError
        return self.known.past

    def is_bell_mentioned(self) -> bool:
        """Whether "it" stands for a timer or alarm."""
        latest = self.known.mentioned[:1]
        return any(bell.id in latest for bell in self.known.bells)


def plan(action: Action, confidence: float) -> CommandPlan:
    """A reading that can be carried out."""
    return CommandPlan(outcome="planned", actions=[action], confidence=confidence)


def ask(question: str, confidence: float = 0.9, asks: Question | None = None) -> CommandPlan:
    """A reading that needs an answer first; `asks` says what becomes of the answer."""
    return CommandPlan(outcome="clarify", reply=question, confidence=confidence, asks=asks)


def answer(reply: str, confidence: float = 0.9) -> CommandPlan:
    """A reading that is answered here and now, such as what time it is."""
    return CommandPlan(outcome="answered", reply=reply, confidence=confidence)


def refuse(reason: str, confidence: float = 0.9) -> CommandPlan:
    """A reading that can't be carried out."""
    return CommandPlan(outcome="refused", reply=reason, confidence=confidence)
