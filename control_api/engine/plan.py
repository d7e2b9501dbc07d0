"""What is to be run: the actions that words were read as, or a program sent."""

from typing import Literal

import msgspec

from shared.actions import Action
from shared.approvals import Decision
from shared.outcomes import Part, Reader
from shared.tasks import Task

PlanOutcome = Literal["planned", "clarify", "answered", "not_a_command", "refused"]


class ApprovalAnswer(msgspec.Struct, frozen=True):
    """A yes or no to what waits for one."""

    approval_id: str
    decision: Decision


Wanted = Literal["task", "time", "title", "list", "person", "yes"]
"""What an answer has to name, or that it has to be a yes."""


class Question(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was asked back, and what becomes a command once it is answered."""

    wants: Wanted
    text: str = ""
    """The question, as it was said."""
    sentence: str = ""
    """What to read once the answer stands in its gap; empty as long as only a part is known."""
    part: str = ""
    """The words of what was said that left it open: the gap takes their place."""
    then: str = ""
    """What of the sentence comes after what was said, the gap included."""
    options: list[str] = []
    """Among what the answer chooses: ids of tasks, or names of lists; anything when empty."""
    named: int = 0
    """How many of the options, the first, were said."""
    about: str | None = None
    """Id of the task that the sentence is about, other than by its name."""
    actions: list[Action] = []
    """What a yes is to."""
    times: int = 1
    """How often it was asked."""


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was said before, and what came of it."""

    command_id: str
    text: str | None
    reply: str
    actions: list[Action]
    tasks: list[Task]
    """Those that were changed or listed, as they were then."""
    reader: Reader | None = None
    """Who read it so."""
    can_undo: bool
    """It changed something, and that was not undone."""
    ago_s: float = 0.0
    """How long ago it was, in seconds."""


class CommandPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What a request asks for, read from its words or given as actions."""

    outcome: PlanOutcome
    actions: list[Action] = []
    confidence: float = 0.0
    """0 to 1: how sure it is that the person meant this."""
    reader: Reader = "sentences"
    """Who read it so."""
    names_all: bool = True
    """The words name each thing that they change; else they take in all that there are."""
    is_sure: bool = True
    """False when something else may be meant, so that a change takes a yes."""
    is_of_known: bool = False
    """What is refused is about something that is there: it was understood, and can't be."""
    reply: str = ""
    """The question to ask, the answer or the reason; empty when planned."""
    remark: str = ""
    """What is said after what was done, such as what of the words can't be kept."""
    asks: Question | None = None
    """What the reply asks, where an answer can be read."""
    options: list[str] = []
    """Of a question, what may be said to it word for word."""
    is_answer: bool = False
    """The words answer what was asked back, so they are whole as they are."""
    complete: bool = True
    """False when the words are a command that seems cut off."""
    dangling: bool = False
    """Something must follow the last word, whatever the words mean."""
    alternatives: list[str] = []
    """What may have been said instead of words that are no command, likeliest first."""
    answers: ApprovalAnswer | None = None
    """The words are a yes or no: it decides what is run."""
    waiting: str | None = None
    """What waits for a yes where the words were said."""
    parts: list[Part] = []
    """Which words were read as what, where that was asked for."""
