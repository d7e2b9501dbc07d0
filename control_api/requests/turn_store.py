"""The SQL of turns: numbers for a while, words only as long as the person wants."""

from datetime import UTC, datetime, timedelta

import msgspec
from sqlite_utils import Database

from control_api.database.clock import utc_stamp
from control_api.http.cursors import read_cursor, write_cursor
from shared.outcomes import OutcomeKind, Reader
from shared.tasks import Source
from shared.turns import NewTurn, TurnPage, TurnRecord, TurnTimes, TurnWords

NUMBERS_KEPT = timedelta(days=90)
_END = 1 << 61
"""Beyond every position."""


class _Numbers(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All of a turn that is no words."""

    source: Source
    outcome: OutcomeKind | None = None
    reader: Reader | None = None
    confidence: float = 0.0
    interrupted: bool = False
    took: TurnTimes = TurnTimes()


def save_turn(db: Database, room: str, turn: NewTurn, keep_days: int) -> str:
    """Keep a turn that is over now, and let go of what is old; the moment, UTC, ISO 8601.

    Its words are kept only where `keep_days` is more than 0.
    """
    numbers = _Numbers(
        source=turn.source,
        outcome=turn.outcome,
        reader=turn.reader,
        confidence=turn.confidence,
        interrupted=turn.interrupted,
        took=turn.took,
    )
    words = TurnWords(heard=turn.heard, text=turn.text, others=turn.others)
    at = utc_stamp()
    db.execute(
        "INSERT INTO turns (room, at, command_id, numbers, words) VALUES (?, ?, ?, ?, ?)",
        [room, at, turn.command_id, _json(numbers), _json(words) if keep_days else None],
    )
    forget_old(db, keep_days)
    return at


def list_turns(
    db: Database, room: str, *, cursor: str | None, limit: int, keep_days: int
) -> TurnPage:
    """One page, the newest first. Raises `InvalidInputError` for a cursor that no page gave."""
    position = _END if cursor is None else read_cursor(cursor, int)[0]
    rows = db.execute(
        """
        SELECT at, command_id, numbers, words, position FROM turns
        WHERE room = ? AND position < ? ORDER BY position DESC LIMIT ?
        """,
        [room, position, limit + 1],
    ).fetchall()
    since = _since(keep_days)
    items = [_record(row[:4], since) for row in rows[:limit]]
    more = len(rows) > limit
    return TurnPage(items, write_cursor(rows[limit - 1][-1]) if more else None)


def turn_of(db: Database, command_id: str, keep_days: int) -> TurnRecord | None:
    """The turn in which a command was run; None when it came another way, or long ago."""
    row = db.execute(
        """
        SELECT at, command_id, numbers, words FROM turns
        WHERE command_id = ? ORDER BY position DESC LIMIT 1
        """,
        [command_id],
    ).fetchone()
    return None if row is None else _record(row, _since(keep_days))


def forget_old(db: Database, keep_days: int) -> None:
    """Delete the words that are older than the person wants, and numbers that tell no more."""
    db.execute(
        "UPDATE turns SET words = NULL WHERE words IS NOT NULL AND at < ?", [_since(keep_days)]
    )
    db.execute("DELETE FROM turns WHERE at < ?", [_stamp(datetime.now(UTC) - NUMBERS_KEPT)])


def forget_words(db: Database) -> None:
    """Delete the words of all turns: they may quote what is deleted for good."""
    db.execute("UPDATE turns SET words = NULL WHERE words IS NOT NULL")


def read_keep_days(db: Database, account_id: str) -> int:
    """For how many days a person wants their words kept. In control.db."""
    row = db.execute(
        "SELECT keep_days FROM transcripts WHERE account_id = ?", [account_id]
    ).fetchone()
    return 0 if row is None else int(row[0])


def save_keep_days(db: Database, account_id: str, days: int) -> None:
    """Keep what a person wants. In control.db."""
    db.execute("DELETE FROM transcripts WHERE account_id = ?", [account_id])
    if days:
        db.execute("INSERT INTO transcripts VALUES (?, ?)", [account_id, days])


def all_keep_days(db: Database) -> dict[str, int]:
    """Who wants their words kept, and for how many days. In control.db."""
    return dict(db.execute("SELECT account_id, keep_days FROM transcripts").fetchall())


def _record(row: tuple[str, str | None, str, str | None], since: str) -> TurnRecord:
    at, command_id, numbers, words = row
    known = msgspec.json.decode(numbers, type=_Numbers)
    shown = words if at >= since else None
    return TurnRecord(
        at=at,
        command_id=command_id,
        words=None if shown is None else msgspec.json.decode(shown, type=TurnWords),
        source=known.source,
        outcome=known.outcome,
        reader=known.reader,
        confidence=known.confidence,
        interrupted=known.interrupted,
        took=known.took,
    )


def _since(keep_days: int) -> str:
    """From when on words are kept: never when they are not."""
    return _stamp(datetime.now(UTC) - timedelta(days=keep_days)) if keep_days else "~"


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _json(value: msgspec.Struct) -> str:
    return msgspec.json.encode(value).decode()
