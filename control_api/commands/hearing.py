"""What words mean where they are said: an answer to what waits for one, or a sentence."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from sqlite_utils import Database

from control_api.approvals.answers import read_answer
from control_api.approvals.store import find_pending
from control_api.commands.conversation import load_known
from control_api.commands.interpret import interpret
from control_api.commands.readings import Answer, Reading
from shared.approvals import Approval


def read_words(
    db: Database, text: str, *, account_id: str, conversation: str, now: datetime, zone: ZoneInfo
) -> Reading:
    """Read what a person says; what waits for their yes goes before everything else."""
    pending = find_pending(db, account_id, conversation)
    decision = None if pending is None else read_answer(text)
    if pending is not None and decision is not None:
        answer = Answer(pending.id, decision)
        return Reading(
            outcome="planned", answers=answer, confidence=1.0, complete=True, waiting=pending.id
        )
    known = load_known(db, conversation)
    return _waited(interpret(text, now=now, time_zone=zone, known=known), pending)


def _waited(reading: Reading, pending: Approval | None) -> Reading:
    return reading if pending is None else msgspec.structs.replace(reading, waiting=pending.id)
