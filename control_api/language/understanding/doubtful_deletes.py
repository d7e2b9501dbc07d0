"""When words are not enough to delete or cancel what they seem to name, and what is asked."""

import re
from collections.abc import Sequence

from control_api.engine.plan import CommandPlan, Question
from control_api.language.understanding.scene import Known, ask
from control_api.language.wording.phrasing import in_sentence
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.actions import Action, CancelTask, CompleteTask, DeleteTask, Redo, Undo


def cautious(
    reading: CommandPlan, said: Words, language: Language, *, unfinished: bool, known: Known
) -> CommandPlan:
    """Give the reading, or a question in its place: when it deletes or cancels on words in doubt.

    In doubt are words that were cut off, a "maybe", and the mere title of a task that itself asks
    to cancel something: "cancel the gym membership".
    """
    gone = [each for each in reading.actions if isinstance(each, DeleteTask | CancelTask)]
    if not gone:
        return reading
    deletes = isinstance(gone[0], DeleteTask)
    if unfinished:
        said_of = "unheard-end-of-delete" if deletes else "unheard-end-of-cancel"
        return _asked(reading, language.say(said_of))
    if any(isinstance(action, Undo | Redo) for action in reading.actions):
        return _asked(reading, language.say("delete-and-undo"))
    ids = {each.task_id for each in gone}
    title = next((task.title for task in known.open_tasks if task.id in ids), "")
    if language.doubtful_deletes.maybe.match(said.text):
        sure = "delete-when-sure" if deletes else "cancel-when-sure"
        question = language.say(sure, title=in_sentence(title, language))
        return _asked(reading, question, reading.actions)
    if _bare(said.text, language) == _bare(title, language):
        if not language.grammar.nouns_have_capitals:
            title = title[:1].lower() + title[1:]
        question = language.say("done-or-delete", title=title)
        return _asked(reading, question, [CompleteTask(task_id) for task_id in ids])
    return reading


def _asked(reading: CommandPlan, question: str, on_yes: Sequence[Action] = ()) -> CommandPlan:
    asks = Question(wants="yes", actions=list(on_yes)) if on_yes else None
    return ask(question, reading.confidence, asks)


def _bare(text: str, language: Language) -> list[str]:
    words = re.findall(r"[^\W_]+", text.lower())
    return [word for word in words if word not in language.doubtful_deletes.articles]
