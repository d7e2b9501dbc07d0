"""The answer to how often a task comes, and when next."""

from control_api.language.wording.list_replies import View
from control_api.language.wording.repeat_words import say_repeat
from shared.tasks import Task


def say_how_often(name: str, task: Task, view: View) -> str:
    """Its repeat, and its next time; that there is none, and when it is due."""
    due, language = view.on_due(task), view.language
    if not due:
        return language.say("answer-no-repeat", name=name)
    if task.repeat is None:
        return language.say("answer-no-repeat-but-due", name=name, due=due)
    often = say_repeat(task.repeat, language)
    return language.say("answer-repeats", name=name, often=often, due=due)
