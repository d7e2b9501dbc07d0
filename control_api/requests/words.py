"""What words mean where they are said: an answer to what waits for one, or a sentence."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from sqlite_utils import Database

from control_api.engine.approval_store import find_pending
from control_api.engine.plan import ApprovalAnswer, CommandPlan
from control_api.engine.store import last_unheeded, recent_mentions, recent_turns
from control_api.language.answering.follow import follow
from control_api.language.answering.literal import read_literally
from control_api.language.answering.parts import with_parts
from control_api.language.answering.yes_or_no import read_answer
from control_api.language.duckling.threads import read_in_thread
from control_api.language.duckling.unread import UnavailableError, say_unread
from control_api.language.understanding.endings import is_dangling
from control_api.language.understanding.scene import Known, PastNeededError, refuse
from control_api.language.understanding.slips import sound_alikes
from control_api.language.words.language import Language
from control_api.log.workspaces import Workspace
from control_api.requests.question_store import find_question
from shared.approvals import Approval
from shared.tasks import Source


class Place(msgspec.Struct, frozen=True):
    """Where, when and by whom something is said."""

    account_id: str
    conversation: str
    source: Source
    now: datetime
    zone: ZoneInfo
    members: dict[str, str] = {}
    """Names by account of who shares the workspace."""


class Said(msgspec.Struct, frozen=True):
    """What is said."""

    text: str
    literal: list[tuple[int, int]] = []
    """The stretches of it that are words of a title and nothing else."""
    with_parts: bool = False
    """Whether the plan is to tell which words were read as what."""


async def read_words(
    workspace: Workspace, said: Said, language: Language, where: Place
) -> CommandPlan:
    """Read what a person says; what waits for their yes goes before everything else."""
    text = said.text
    account_id, conversation = where.account_id, where.conversation

    def load(db: Database) -> tuple[Approval | None, Known]:
        kinds = workspace.kinds
        pending = find_pending(db, kinds.action, account_id, conversation)
        known = msgspec.structs.replace(
            kinds.known(db, _mentioned(db, conversation, language)),
            question=find_question(db, kinds.action, account_id, conversation, where.now),
            turns=recent_turns(db, kinds.outcome, conversation),
            account_id=account_id,
            members=where.members,
        )
        return pending, known

    pending, known = await workspace.file.read(load)
    decision = None if pending is None else read_answer(text, language)
    if pending is not None and decision is not None:
        answer = ApprovalAnswer(pending.id, decision)
        plan = CommandPlan(outcome="planned", answers=answer, confidence=1.0, reader="answer")
    else:
        plan = await _read_sentence(workspace, said, language, where, known)
    return msgspec.structs.replace(
        plan,
        dangling=not plan.is_answer and is_dangling(text, language),
        alternatives=sound_alikes(text, language) if plan.outcome == "not_a_command" else [],
        waiting=None if pending is None else pending.id,
    )


def _mentioned(db: Database, conversation: str, language: Language) -> list[str]:
    """The ids of what "it" may stand for, the latest first.

    None after a command that could not be done: "it" is what that one was about then, of which
    nothing is known, and not what was spoken of before.
    """
    unheeded = last_unheeded(db, conversation)
    if unheeded is not None and language.openers.match(f" {unheeded}"):
        return []
    return recent_mentions(db, conversation)


async def _read_sentence(
    workspace: Workspace, said: Said, language: Language, where: Place, known: Known
) -> CommandPlan:
    def read(known: Known) -> CommandPlan:
        def read_text(text: str) -> CommandPlan:
            return follow(
                text,
                language=language,
                now=where.now,
                zone=where.zone,
                known=known,
                is_heard=where.source == "voice",
            )

        plan = read_literally(said.text, said.literal, language, read_text)
        if not said.with_parts:
            return plan
        return with_parts(plan, said.text, said.literal, language, read_text)

    try:
        try:
            return await read_in_thread(lambda: read(known))
        except PastNeededError:
            # Few words are about it, so only they wait for it.
            past = await workspace.file.read(lambda db: workspace.kinds.past(db, workspace.kinds))
            with_past = msgspec.structs.replace(known, past=past)
            return await read_in_thread(lambda: read(with_past))
    except UnavailableError as error:
        return refuse(say_unread(error, language), 1.0)
