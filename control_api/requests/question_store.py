"""The SQL of what was asked back: one question a conversation, which waits for its answer."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from sqlite_utils import Database

from control_api.engine.plan import Question

WAITS = timedelta(minutes=10)
"""Who answers later has forgotten the question."""


def keep_question(
    db: Database, question: Question | None, account_id: str, conversation: str, now: datetime
) -> None:
    """Keep what was asked in a conversation, in place of what was asked there before.

    `now` is aware: when it was said. What nobody has answered in time goes as well.
    """
    db.execute(
        "DELETE FROM questions WHERE (account_id = ? AND conversation = ?) OR at < ?",
        [account_id, conversation, _stamp(now - WAITS)],
    )
    if question is not None:
        text = msgspec.json.encode(question).decode()
        db.execute(
            "INSERT INTO questions (account_id, conversation, at, question) VALUES (?, ?, ?, ?)",
            [account_id, conversation, _stamp(now), text],
        )


def find_question(
    db: Database, action: Any, account_id: str, conversation: str, now: datetime
) -> Question | None:
    """What waits for an answer in a conversation; `action` is any of the actions there are."""
    row = db.execute(
        """
        SELECT question FROM questions
        WHERE account_id = ? AND conversation = ? AND at BETWEEN ? AND ?
        """,
        [account_id, conversation, _stamp(now - WAITS), _stamp(now + WAITS)],
    ).fetchone()
    if row is None:
        return None
    # Kinds of this process may have actions of their own.
    raw = msgspec.json.decode(row[0])
    actions = msgspec.convert(raw.pop("actions", []), list[action])
    return msgspec.structs.replace(msgspec.convert(raw, Question), actions=actions)


def forget_questions(db: Database) -> None:
    """Let go of all of them: they may quote what is deleted for good."""
    db.execute("DELETE FROM questions")


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
