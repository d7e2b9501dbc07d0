"""Whether an answer is right."""

import re
from typing import Any

from agent_worker.exam.desk import LOOKS, Call, Desk
from agent_worker.exam.paper import Paper, Question, Wanted

_TASK = re.compile(r"\{task (\d)\}")


def is_right(paper: Paper, question: Question, text: str, desk: Desk) -> bool:
    """Mark one answer: the words that were said, and the calls that were made at the desk."""
    if question.right is not None and not paper.matches(question.right, text):
        return False
    if question.wrong is not None and paper.matches(question.wrong, text):
        return False
    return question.calls is None or _are_wanted(question.calls, desk)


def _are_wanted(wanted: tuple[Wanted, ...], desk: Desk) -> bool:
    """Whether just the changes came that must, in their order, and the searches among others."""
    changes = [each for each in wanted if not _is_look(each)]
    return (
        len(changes) == len(desk.changes)
        and all(map(_is_wanted, changes, desk.changes))
        and all(
            any(_is_wanted(look, made) for made in desk.searches)
            for look in wanted
            if _is_look(look)
        )
    )


def _is_look(wanted: Wanted) -> bool:
    return any(re.fullmatch(wanted.name, name) for name in LOOKS)


def _is_wanted(wanted: Wanted, made: Call) -> bool:
    name, arguments = made
    return re.fullmatch(wanted.name, name) is not None and all(
        _holds(expression, arguments.get(argument))
        for argument, expression in wanted.arguments.items()
    )


def _holds(expression: str, value: Any) -> bool:
    whole = _TASK.sub(lambda found: Desk.task_id(int(found[1])), expression)
    return isinstance(value, str) and re.search(whole, value, re.IGNORECASE) is not None
