"""What is said in a conversation: an answer to what was asked back, or a sentence of its own.

An answer completes the sentence that the question came from, and the whole is read like any other:
so that an answer can do nothing that a sentence can't.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from control_api.engine.plan import CommandPlan, Question
from control_api.language.answering.misheard import is_likelier, with_own_names
from control_api.language.answering.noise import (
    is_acknowledgement,
    is_ghost,
    is_own_voice,
    sounds_like_a_piece,
)
from control_api.language.answering.options import answers_to
from control_api.language.answering.reading import read_reply
from control_api.language.understanding.reading.interpret import interpret
from control_api.language.understanding.scene import Known, Scene, refuse
from control_api.language.words.heard import hear
from control_api.language.words.language import Language
from shared.actions import CreateTask, ListTasks
from shared.voice_settings import EndConversation

_ITS_OWN = 0.85
"""From this confidence on a sentence is a new one, and not what a task is to be called."""
_ASKED_AT_MOST = 2
_ECHO_S = 30.0
"""So long after a reply it may be heard back."""


def follow(
    text: str,
    *,
    language: Language,
    now: datetime,
    zone: ZoneInfo,
    known: Known,
    is_heard: bool = False,
) -> CommandPlan:
    """What `text` asks for where it is said. Never raises for any text. Blocks like `interpret`.

    `is_heard`: a microphone heard it, which may have heard the assistant itself.
    """
    scene = Scene(now.astimezone(zone), zone, known, language)
    plan = _follow(text, scene, is_heard=is_heard)
    if plan.outcome != "clarify" or plan.asks is None:
        return plan
    return msgspec.structs.replace(plan, options=answers_to(plan.asks, scene))


def _follow(text: str, scene: Scene, *, is_heard: bool) -> CommandPlan:
    language, known = scene.language, scene.known
    question = known.question
    if question is not None:
        return _after_question(text, question, scene, is_heard=is_heard)
    plan = _interpret(text, scene)
    if is_heard:
        plan = _heard_otherwise(text, plan, scene)
    # A goodbye undoes nothing, and the recogniser itself lets go of what nobody seems to have said.
    changes = any(not isinstance(action, EndConversation) for action in plan.actions)
    if changes and is_ghost(text, language):
        return CommandPlan(outcome="not_a_command")
    listens_only = not plan.actions and is_acknowledgement(text, language)
    return (
        _silent() if is_heard and (listens_only or _is_echo(text, plan, known, language)) else plan
    )


def _after_question(text: str, question: Question, scene: Scene, *, is_heard: bool) -> CommandPlan:
    language = scene.language
    if is_heard and is_own_voice(text, question.text, pieces=question.wants != "task"):
        return CommandPlan(outcome="clarify", asks=question, confidence=1.0)
    if is_ghost(text, language):
        return _asked_again(question, language)
    if language.answering.declines.fullmatch(hear(text, language).text):
        remark = language.say("all-right")
        return _answer(CommandPlan(outcome="planned", remark=remark, confidence=1.0))
    answer = read_reply(text, question, scene)
    if answer is not None and question.wants != "title":
        return _answer(answer)
    return _answer_or_sentence(text, answer, question, scene)


def _answer_or_sentence(
    text: str, answer: CommandPlan | None, question: Question, scene: Scene
) -> CommandPlan:
    # The options were read out, so that "the second one" of a new sentence means them.
    fresh = _interpret(text, scene)
    if fresh.outcome == "planned" and (answer is None or fresh.confidence >= _ITS_OWN):
        return _filled_in(fresh, question, scene) or fresh
    if answer is not None:
        return _answer(answer)
    return fresh if fresh.outcome != "not_a_command" else _asked_again(question, scene.language)


def _interpret(text: str, scene: Scene) -> CommandPlan:
    return interpret(
        text, language=scene.language, now=scene.now, time_zone=scene.zone, known=scene.known
    )


def _heard_otherwise(text: str, plan: CommandPlan, scene: Scene) -> CommandPlan:
    """What is meant where a name that the person has was heard as other words."""
    if plan.outcome == "planned" and not all(isinstance(a, CreateTask) for a in plan.actions):
        return plan
    for other, is_same in with_own_names(text, scene.known, scene.language):
        meant = _interpret(other, scene)
        # What only sounds nearly so is asked about, and never goes before what can be done.
        if is_likelier(meant, plan, scene.known) and (is_same or plan.outcome != "planned"):
            return meant if is_same else msgspec.structs.replace(meant, is_sure=False)
    return plan


def _answer(plan: CommandPlan) -> CommandPlan:
    return msgspec.structs.replace(plan, is_answer=True, complete=True, reader="answer")


def _filled_in(fresh: CommandPlan, question: Question, scene: Scene) -> CommandPlan | None:
    """The answer, when it is a whole sentence about nothing but the title: "add bread"."""
    made = fresh.actions[0] if len(fresh.actions) == 1 else None
    if question.wants != "title" or question.about is not None or not isinstance(made, CreateTask):
        return None
    if made != CreateTask(title=made.title):
        return None  # it says more than that
    answer = read_reply(made.title, question, scene)
    return None if answer is None else _answer(answer)


def _asked_again(question: Question, language: Language) -> CommandPlan:
    """Ask once more, and then let it go: nobody is to be held up by a question."""
    if question.times >= _ASKED_AT_MOST:
        return refuse(language.say("left-as-it-was"), 1.0)
    asks = msgspec.structs.replace(question, times=question.times + 1)
    return CommandPlan(outcome="clarify", reply=question.text, asks=asks, confidence=1.0)


def _is_echo(text: str, plan: CommandPlan, known: Known, language: Language) -> bool:
    """Whether a change would be made of what the assistant said itself."""
    last = known.turns[0] if known.turns else None
    actions = [*plan.actions, *(plan.asks.actions if plan.asks is not None else [])]
    changes = any(not isinstance(action, ListTasks) for action in actions)
    is_recent = last is not None and last.ago_s <= _ECHO_S
    reply = last.reply if last is not None and is_recent else ""
    return changes and (
        is_own_voice(text, reply, pieces=True) or sounds_like_a_piece(text, reply, language)
    )


def _silent() -> CommandPlan:
    """Nothing is said to it.

    What is said to an echo comes back as the next one, and who only says that they listen would be
    talked at.
    """
    return CommandPlan(outcome="refused", confidence=1.0)
