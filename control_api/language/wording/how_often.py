"""The answer to how often a task comes, and when next."""

from control_api.language.wording.list_replies import View
from control_api.language.wording.repeat_words import say_repeat
from shared.tasks import Task


def say_how_often(name: str, task: Task, view: View) -> str:
    """Its repeat, and its next time; that there is none, and when it is due."""
    due = view.on_due(task)
    if task.repeat is None or not due:
        return f"{name} does not repeat{f', it is due {due}' if due else ''}."
    return f"{name} comes {say_repeat(task.repeat, view.language)}, next {due}."
