"""Everything that is known of why a command did what it did, read together."""

from sqlite_utils import Database

from control_api.engine.store import find_stored
from control_api.language.wording.deed_replies import because
from control_api.language.words.language import Language
from control_api.log.entries import read_command
from control_api.log.kinds import Kinds
from control_api.log.public import to_event
from control_api.requests.turn_store import turn_of
from shared.problems import NotFoundError
from shared.why import Why


def explain(
    db: Database, kinds: Kinds, command_id: str, language: Language, *, keep_days: int
) -> Why:
    """What was heard, how it was read and by whom, what it changed, how long it took.

    `language` is that of the sentence; `keep_days` for how many days the words of turns are kept.
    Raises `NotFoundError`.
    """
    command = find_stored(db, kinds.outcome, command_id)
    if command is None:
        raise NotFoundError("There is no such command.")
    told = command.answer
    turn = turn_of(db, command_id, keep_days)
    return Why(
        command_id=command.id,
        at=command.at,
        source=command.source,
        actor=command.actor,
        sentence=because(told.reader, command.text, told.reply, language),
        text=command.text,
        words=None if turn is None else turn.words,
        outcome=told.outcome,
        reader=told.reader,
        confidence=told.confidence,
        actions=told.actions,
        reply=told.reply,
        changes=[to_event(kinds, entry) for entry in read_command(db, kinds, command_id)],
        took=None if turn is None else turn.took,
    )
