"""What is asked in words or in actions, and what came of it."""

from typing import Annotated, Literal

import msgspec

from shared.actions import Action
from shared.languages import LanguageName
from shared.tasks import Source, Task

OutcomeKind = Literal[
    "done", "planned", "needs_approval", "clarify", "answered", "not_a_command", "refused"
]
Reader = Literal["sentences", "learned", "answer", "model", "given"]
"""Who read a request: the sentences of its language, or the learned reader, which guesses; it was
the answer to a question; a language model read it; or it came as actions, which need no reading.
"""
DecidedBy = Literal["person", "model"]
"""Whose decision a request is: a person's own words or hand, or a language model's reading of them.
"""


LiteralWords = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class CommandRequest(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/commands``: either `text` or `actions`."""

    text: Annotated[str, msgspec.Meta(max_length=2000)] | None = None
    actions: Annotated[list[Action], msgspec.Meta(min_length=1, max_length=1000)] | None = None
    now: str | None = None
    """ISO time the words are relative to, local to `time_zone` when it has no offset."""
    time_zone: str | None = None
    """IANA name; the account's own when absent."""
    language: LanguageName | None = None
    """What the text is in, and the answer; the account's own when absent."""
    dry_run: bool = False
    """Say what would happen; change nothing."""
    conversation: str | None = None
    """Room or session in which "it" means the task mentioned last; one per person when absent."""
    source: Source = "api"
    decided_by: DecidedBy = "person"
    """Who decides it; what a language model decides may need a yes first. It only restricts."""
    said: Annotated[str, msgspec.Meta(max_length=2000)] | None = None
    """When a model decides: what the person had said. What these words ask for needs no yes."""
    literal: Annotated[list[LiteralWords], msgspec.Meta(max_length=50)] = []
    """Parts of the text that are words of a title and nothing else: no date, tag, list or person.
    """
    parts: bool = False
    """Of a dry run: also tell which words were read as what."""


Field = Literal[
    "due",
    "repeat",
    "start",
    "deadline",
    "duration_min",
    "reminders",
    "project",
    "priority",
    "tags",
    "assignees",
    "notes",
]
"""What words may say of a new task besides its title."""


class Part(msgspec.Struct, frozen=True):
    """Words of a text, and what they were read as."""

    field: Field
    said: str
    """As they stand in the text, to be sent as `literal`; empty when no words stand for it alone.
    """


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """Answer to a `CommandRequest`.

    ``done``: it happened. ``planned``: it would happen, were this no dry run. ``clarify``: `reply`
    asks which one is meant. ``needs_approval``: nothing is done before the yes that `reply`
    asks for. ``answered``: `reply` is all that was wanted, such as the time. ``not_a_command``: the
    words are not for the engine. ``refused``: `reply` says why.
    """

    outcome: OutcomeKind
    actions: list[Action] = []
    confidence: float = 0.0
    """0 to 1: how sure the engine is that it read the words as they were meant."""
    reader: Reader | None = None
    """Who read it so; None for words that are no command."""
    complete: bool = True
    """False when the words are a command that seems cut off: "remind me to call Sarah at"."""
    dangling: bool = False
    """Whether the last word asks for another, command or not: "what's on for", "milk and"."""
    alternatives: list[str] = []
    """Of words that are no command: what may have been misheard as them, likeliest first. What
    each would do is not known yet."""
    reply: str = ""
    """One or two sentences that sound right aloud."""
    options: list[str] = []
    """Of a question back: up to five answers, each of which may be sent as it stands. None when
    anything may be said to it."""
    command_id: str | None = None
    """Of the stored command, to undo it by; None when nothing was run."""
    approval_id: str | None = None
    """Of what waits for a yes: asked by this answer, or, in a dry run, before in the conversation.
    """
    tasks: list[Task] = []
    """The tasks that were changed or listed, as they are now."""
    freed: list[str] = []
    """Ids of tasks that waited for one of these, and wait for nothing any more."""
    upcoming: dict[str, list[str]] = {}
    """By task id, the next five due dates of each task that was changed and repeats."""
    parts: list[Part] = []
    """Where they were asked for and tasks would be made: what the words say of these, in the order
    of the text."""


class CommandRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked once, and what came of it."""

    id: str
    at: str
    """UTC, ISO 8601."""
    source: Source
    actor: str
    """The credential that asked, in a word or two."""
    text: str | None
    """The words, when it was asked in words."""
    outcome: OutcomeKind
    reply: str
    """Empty when something that it told of was deleted for good."""
    can_undo: bool
    """It changed something and was not undone; something newer may stand in the way all the same.
    """
    undone: bool
    undone_by: str | None
    """Id of the command that took it back, which does it again when it is taken back itself. None
    of what only took another one back: the other one tells how things stand."""


class CommandPage(msgspec.Struct, frozen=True):
    """One page of what was asked, the newest first."""

    items: list[CommandRecord]
    next_cursor: str | None
