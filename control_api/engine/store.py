"""The SQL of commands that were run."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

import msgspec
from sqlite_utils import Database

from control_api.engine.plan import Turn
from control_api.http.cursors import read_cursor, write_cursor
from shared.outcomes import CommandPage, CommandRecord, Outcome
from shared.tasks import Source

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_END = 1 << 61
"""Beyond every position."""
_RECENT_COMMANDS = 20
"""How far back "it" may reach."""
_RECENT_TURNS = 8
_JUST_NOW = timedelta(minutes=10)
"""So long what was said can be gone on with, or corrected."""
_SEALED = """id, at, actor, source, conversation, text, idempotency_key, request_hash, mentioned,
    answer, can_undo, undone_by, undoes"""
"""What the seal of a row proves to be as it was written."""


class StoredCommand(msgspec.Struct, frozen=True, kw_only=True):
    """A command, with the answer it got."""

    id: str
    at: str
    """UTC, ISO 8601."""
    actor: str
    """What credential asked for it: `owner`, or `session` and its room."""
    source: Source
    conversation: str
    text: str | None
    idempotency_key: str | None
    request_hash: str
    mentioned: list[str]
    """Ids of the tasks it was about, the one said last first."""
    answer: Outcome
    can_undo: bool
    """It has changed something, other than by undoing."""
    undoes: str | None = None
    """The command that it took back."""


def save_command(db: Database, command: StoredCommand) -> None:
    """Keep a command."""
    values = msgspec.structs.asdict(command) | {
        "mentioned": msgspec.json.encode(command.mentioned).decode(),
        "answer": msgspec.json.encode(command.answer).decode(),
    }
    db.execute(
        """
        INSERT INTO commands (id, at, actor, source, conversation, text, idempotency_key,
            request_hash, mentioned, answer, can_undo, undoes)
        VALUES (:id, :at, :actor, :source, :conversation, :text, :idempotency_key,
            :request_hash, :mentioned, :answer, :can_undo, :undoes)
        """,
        values,
    )
    seal(db, command.id)


def find_unsealed(db: Database) -> Iterator[str]:
    """Say in a sentence each which commands are not as they were written."""
    for position, stored, *values in db.execute(
        f"SELECT position, seal, {_SEALED} FROM commands ORDER BY position"
    ):
        if stored != _seal_of(values):
            yield f"Command {position} is not as it was written."


def find_answer(
    db: Database, outcome: type[Outcome], idempotency_key: str
) -> tuple[str, Outcome] | None:
    """The hash of the request that came with this key first, and its answer, an `outcome`."""
    row = db.execute(
        "SELECT request_hash, answer FROM commands WHERE idempotency_key = ?", [idempotency_key]
    ).fetchone()
    return None if row is None else (row[0], msgspec.json.decode(row[1], type=outcome))


def find_command(
    db: Database, outcome: type[Outcome], command_id: str
) -> tuple[str | None, Outcome] | None:
    """The id of the command that has undone this one, if any, and the answer, an `outcome`."""
    row = db.execute("SELECT undone_by, answer FROM commands WHERE id = ?", [command_id]).fetchone()
    return None if row is None else (row[0], msgspec.json.decode(row[1], type=outcome))


def find_stored(db: Database, outcome: type[Outcome], command_id: str) -> StoredCommand | None:
    """A command as it was kept, its answer an `outcome`; None when there is none of that id."""
    row = db.execute(
        """
        SELECT id, at, actor, source, conversation, text, idempotency_key, request_hash, mentioned,
            answer, can_undo, undoes FROM commands WHERE id = ?
        """,
        [command_id],
    ).fetchone()
    if row is None:
        return None
    *values, mentioned, answer, can_undo, undoes = row
    names = StoredCommand.__struct_fields__
    return StoredCommand(
        **dict(zip(names, values, strict=False)),
        mentioned=msgspec.json.decode(mentioned, type=list[str]),
        answer=msgspec.json.decode(answer, type=outcome),
        can_undo=bool(can_undo),
        undoes=undoes,
    )


def asked_before(db: Database, command_id: str, most: int) -> list[str]:
    """The words that led to the question that a command answers, the earliest first."""
    rows = db.execute(
        """
        SELECT earlier.text, json_extract(earlier.answer, '$.outcome') FROM commands AS earlier
        JOIN commands AS this ON this.id = ?
        WHERE earlier.conversation = this.conversation AND earlier.position < this.position
        ORDER BY earlier.position DESC LIMIT ?
        """,
        [command_id, most],
    )
    found: list[str] = []
    for text, kind in rows:
        if text is None or kind not in {"clarify", "needs_approval"}:
            break
        found.append(text)
    return found[::-1]


def list_commands(db: Database, *, cursor: str | None, limit: int) -> CommandPage:
    """One page, the newest first. Raises `InvalidInputError` for a cursor that no page gave."""
    position = _END if cursor is None else read_cursor(cursor, int)[0]
    rows = db.execute(
        """
        SELECT id, at, source, actor, text, json_extract(answer, '$.outcome'),
            coalesce(json_extract(answer, '$.reply'), ''), can_undo, undone_by, position
        FROM commands WHERE position < ? ORDER BY position DESC LIMIT ?
        """,
        [position, limit + 1],
    ).fetchall()
    found = [_record(row) for row in rows[:limit]]
    more = len(rows) > limit
    return CommandPage(found, write_cursor(rows[limit - 1][-1]) if more else None)


def redact(db: Database, thing_ids: set[str], own: set[str]) -> None:
    """Delete for good the words of every command that may quote one of these things.

    Those are the ones in `own`, which changed the things, those whose answer has the id of one, and
    those that were not done: they may name a thing without its id. Nothing older than the things
    can quote them.
    """
    placed = db.execute(
        "SELECT position FROM commands WHERE id IN (SELECT value FROM json_each(?))", [_json(own)]
    )
    oldest = min((position for (position,) in placed), default=0)
    rows = db.execute(
        "SELECT id, answer FROM commands WHERE position >= ? AND request_hash <> ''", [oldest]
    )
    quoting = [
        command_id
        for command_id, answer in rows
        if command_id in own
        or not thing_ids.isdisjoint(_ID.findall(answer))
        or not answer.startswith('{"outcome":"done"')
    ]
    db.execute(
        """
        UPDATE commands SET text = NULL, request_hash = '', mentioned = '[]',
            answer = json_object('outcome', json_extract(answer, '$.outcome'), 'command_id', id)
        WHERE id IN (SELECT value FROM json_each(?))
        """,
        [_json(quoting)],
    )
    db.execute(
        "UPDATE commands SET can_undo = 0 WHERE id IN (SELECT value FROM json_each(?))",
        [_json(own)],
    )
    for command_id in {*quoting, *own}:
        seal(db, command_id)


def recent_mentions(db: Database, conversation: str) -> list[str]:
    """Ids of tasks mentioned in a conversation, most recent first; else those of the account."""
    here = db.execute(
        "SELECT mentioned FROM commands WHERE conversation = ? ORDER BY position DESC LIMIT ?",
        [conversation, _RECENT_COMMANDS],
    )
    if ids := _ids(here):
        return ids
    anywhere = db.execute(
        "SELECT mentioned FROM commands ORDER BY position DESC LIMIT ?", [_RECENT_COMMANDS]
    )
    return _ids(anywhere)


def last_unheeded(db: Database, conversation: str) -> str | None:
    """The words said last in a conversation, where nothing came of them."""
    row = db.execute(
        """
        SELECT text, json_extract(answer, '$.outcome') FROM commands
        WHERE conversation = ? ORDER BY position DESC LIMIT 1
        """,
        [conversation],
    ).fetchone()
    return row[0] if row is not None and row[1] in {"refused", "not_a_command"} else None


def recent_turns(db: Database, outcome: type[Outcome], conversation: str) -> list[Turn]:
    """What was said just now in a conversation and understood, the latest first."""
    now = datetime.now(UTC)
    since = (now - _JUST_NOW).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    rows = db.execute(
        """
        SELECT id, at, text, answer, can_undo AND undone_by IS NULL FROM commands
        WHERE conversation = ? AND at > ? AND actor <> 'saydo' ORDER BY position DESC LIMIT ?
        """,
        [conversation, since, _RECENT_TURNS],
    )
    turns = []
    for command_id, at, text, answer, can_undo in rows:
        told = _told(answer, outcome)
        # What was answered with silence was nobody's.
        if told.outcome != "not_a_command" and (told.reply or told.actions):
            turns.append(
                Turn(
                    command_id=command_id,
                    text=text,
                    reply=told.reply,
                    actions=told.actions if told.outcome == "done" else [],
                    tasks=told.tasks,
                    reader=told.reader,
                    can_undo=bool(can_undo),
                    ago_s=(now - datetime.fromisoformat(at)).total_seconds(),
                )
            )
    return turns


@lru_cache(maxsize=64)
def _told(answer: str, outcome: type[Outcome]) -> Outcome:
    """An answer, which is read again with each of the next sentences: of many tasks it is long."""
    return msgspec.json.decode(answer, type=outcome)


def _record(row: tuple[Any, ...]) -> CommandRecord:
    command_id, at, source, actor, text, outcome, reply, can_undo, undone_by, _ = row
    return CommandRecord(
        id=command_id,
        at=at,
        source=source,
        actor=actor,
        text=text,
        outcome=outcome,
        reply=reply,
        can_undo=bool(can_undo) and undone_by is None,
        undone=undone_by is not None,
        undone_by=undone_by if can_undo else None,
    )


def _json(ids: Iterable[str]) -> str:
    return msgspec.json.encode(list(ids)).decode()


def _ids(rows: Iterable[tuple[str]]) -> list[str]:
    ids = (task_id for (text,) in rows for task_id in msgspec.json.decode(text, type=list[str]))
    return list(dict.fromkeys(ids))


def seal(db: Database, command_id: str) -> None:
    """Seal a row as it is now; to be done whenever it was changed."""
    values = db.execute(f"SELECT {_SEALED} FROM commands WHERE id = ?", [command_id]).fetchone()
    db.execute("UPDATE commands SET seal = ? WHERE id = ?", [_seal_of(list(values)), command_id])


def _seal_of(values: list[Any]) -> str:
    return hashlib.sha256(msgspec.json.encode(values)).hexdigest()
