"""Names inside a question, which they must not be able to pass for."""

from shared.bells import Alarm, Timer
from shared.tasks import Task
from shared.things import Comment, Occurrence, Thing

_LONGEST_NAME = 80
"""Characters: a title is not to talk over the question that it stands in."""


def quoted(subject: Task | Thing) -> str:
    """What a task or thing is called, in quotes."""
    match subject:
        case Task():
            return in_quotes(subject.title)
        case Comment():
            return f"the comment {in_quotes(subject.text)}"
        case Occurrence():
            return "one time"
        case Timer() | Alarm():
            return f"the {subject.KIND} {in_quotes(subject.label)}".removesuffix(' ""')
        case _:
            return in_quotes(subject.name)


def in_quotes(name: str) -> str:
    """A name that can't be taken for a part of the question: short, in one line, in quotes."""
    plain = " ".join(name.replace('"', "'").split())
    if len(plain) > _LONGEST_NAME:
        plain = f"{plain[:_LONGEST_NAME].rstrip()} and so on"
    return f'"{plain}"'
