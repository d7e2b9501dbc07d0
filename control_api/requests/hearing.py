"""What words mean where they are said: an answer to what waits for one, or a sentence."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from sqlite_utils import Database

from control_api.engine.approval_store import find_pending
from control_api.engine.readings import Answer, Known, Reading
from control_api.engine.store import recent_mentions
from control_api.language.duckling.threads import read_in_thread
from control_api.language.duckling.unread import UnavailableError
from control_api.language.understanding.answers import read_answer
from control_api.language.understanding.endings import is_dangling
from control_api.language.understanding.interpret import interpret
from control_api.language.understanding.scene import refuse
from control_api.language.understanding.slips import sound_alikes
from control_api.log.workspaces import Workspace
from shared.approvals import Approval


async def read_words(
    workspace: Workspace,
    text: str,
    *,
    account_id: str,
    conversation: str,
    now: datetime,
    zone: ZoneInfo,
) -> Reading:
    """Read what a person says; what waits for their yes goes before everything else."""

    def load(db: Database) -> tuple[Approval | None, Known]:
        pending = find_pending(db, workspace.kinds.action, account_id, conversation)
        return pending, workspace.kinds.known(db, recent_mentions(db, conversation))

    pending, known = await workspace.file.read(load)
    decision = None if pending is None else read_answer(text)
    if pending is not None and decision is not None:
        answer = Answer(pending.id, decision)
        reading = Reading(outcome="planned", answers=answer, confidence=1.0)
    else:
        reading = await _read_sentence(text, now, zone, known)
    return msgspec.structs.replace(
        reading,
        dangling=is_dangling(text),
        alternatives=sound_alikes(text) if reading.outcome == "not_a_command" else [],
        waiting=None if pending is None else pending.id,
    )


async def _read_sentence(text: str, now: datetime, zone: ZoneInfo, known: Known) -> Reading:
    try:
        return await read_in_thread(lambda: interpret(text, now=now, time_zone=zone, known=known))
    except UnavailableError as error:
        return refuse(str(error), 1.0)
