"""What to say to a question about tasks, by what was asked: yes or no, when, who, how long."""

from collections.abc import Callable
from datetime import datetime

from control_api.language.wording.answers_of_many import OF_MANY, Answer
from control_api.language.wording.dates_aloud import on_day, say_due
from control_api.language.wording.how_often import say_how_often
from control_api.language.wording.lengths_aloud import say_minutes
from control_api.language.wording.list_replies import View, say_list, where
from control_api.language.wording.phrasing import (
    how_many,
    in_sentence,
    is_deed,
    is_or_are,
    on_list,
    without_article,
)
from control_api.time.due_times import local_due
from shared.actions import ListTasks, Question
from shared.tasks import OPEN, Task

_LONGEST_NOTES = 300
"""Characters that are read out."""


def say_answer(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    """The answer to a question, of the tasks that were found for it."""
    answer = _ANSWERS.get(asked.question)
    if answer is not None:
        return answer(asked, tasks, total, view)
    about_one = _ABOUT_ONE.get(asked.question)
    if about_one is None or total != 1:
        return say_list(asked, tasks, total, view)
    said = about_one(_name(tasks[0], asked, view), tasks[0], view)
    return said[:1].upper() + said[1:]


def _name(task: Task, asked: ListTasks, view: View) -> str:
    """The task as the person called it, when that is its whole title; else its title."""
    said, title = asked.about or "", in_sentence(task.title, view.language)
    bare = without_article(said, view.language).casefold()
    return said if bare == without_article(title, view.language).casefold() else title


def _is_there(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    language = view.language
    if not total:
        return _is_not_there(asked, view)
    if total > 1:
        return f"Yes, you have {how_many(total, language)} like that: {view.named(tasks, total)}."
    task = tasks[0]
    name, due = _name(task, asked, view), view.on_due(task)
    if asked.project and task.project != asked.project:
        there = f"{view.item(task)}{where(task, language)}"
        return f"Not {on_list(asked.project, language)}, but you have {there}."
    if asked.due_from or asked.due_to:
        return _is_then(asked, task, name, view)
    if is_deed(name, language):
        return f"Yes: {view.item(task)}{where(task, language)}."
    when = f", {due}" if due else ""
    return f"Yes, {name} {is_or_are(name, language)} {on_list(task.project, language)}{when}."


def _is_not_there(asked: ListTasks, view: View) -> str:
    language = view.language
    said = in_sentence(asked.about or asked.search or "that", language)
    days = view.days(asked)
    if is_deed(said, language):
        return f"No, you have no task like {said}{f' {days}' if days else ''}."
    if days:
        return f"No, nothing like {said} is due {days}."
    return f"No, {said} {is_or_are(said, language)} not {on_list(asked.project, language)}."


def _is_then(asked: ListTasks, task: Task, name: str, view: View) -> str:
    """Whether it is due in the days that were asked about."""
    if task.due is None:
        return f"No, {_when(name, task, view)}"
    moment = local_due(task.due, task.time_zone, view.zone)
    day = (moment.date() if isinstance(moment, datetime) else moment).isoformat()
    fits = (asked.due_from or day) <= day <= (asked.due_to or day)
    return f"{'Yes' if fits else 'No'}, {_when(name, task, view)}"


def _is_done(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    if not total:
        return f"I find no task like {asked.about or 'that'}, neither open nor done."
    task = tasks[0]
    name = _name(task, asked, view)
    if task.status in OPEN:
        due = view.on_due(task)
        state = "in progress" if task.status == "in_progress" else "still open"
        when = f", due {due}" if due else ""
        return f"No, {name} {is_or_are(name, view.language)} {state}{when}."
    if task.status == "cancelled":
        return f"No, {name} was cancelled."
    return f"Yes, {name} {_was(name, view)} done{_done_on(task, view)}."


def _was(name: str, view: View) -> str:
    return "were" if is_or_are(name, view.language) == "are" else "was"


def _done_on(task: Task, view: View) -> str:
    if task.completed_at is None:
        return ""
    day = datetime.fromisoformat(task.completed_at).astimezone(view.zone).date()
    return f" {on_day(day, view.now.date(), view.language)}"


def _when(name: str, task: Task, view: View) -> str:
    due = view.on_due(task)
    if not due:
        deadline = _deadline_of(task, view)
        return f"{name} has no date{f', but its deadline is {deadline}' if deadline else ''}."
    is_event = "T" in (task.due or "") and not is_deed(name, view.language)
    verb = is_or_are(name, view.language)
    return f"{name} {verb} {'' if is_event else 'due '}{due}."


def _deadline_of(task: Task, view: View) -> str:
    if task.deadline is None:
        return ""
    return say_due(task.deadline, task.deadline_time_zone, view.now, view.zone, view.language)


def _deadline(name: str, task: Task, view: View) -> str:
    deadline = _deadline_of(task, view)
    if deadline:
        return f"the deadline for {name} is {deadline}."
    due = view.on_due(task)
    return f"{name} has no deadline{f', but is due {due}' if due else ' and no date'}."


def _who(name: str, task: Task, view: View) -> str:
    return (
        f"{name} is for {view.language.listed(task.assignees)}."
        if task.assignees
        else (f"nobody is assigned to {name}.")
    )


def _where(name: str, task: Task, view: View) -> str:
    language = view.language
    due = view.on_due(task)
    when = f", {due}" if due else ""
    if task.project:
        return f"{name} {is_or_are(name, language)} {on_list(task.project, language)}{when}."
    return f"{name} {is_or_are(name, language)} on no list{when}."


def _notes(name: str, task: Task, view: View) -> str:
    del view
    notes = _read_out(task.notes)
    return f"the notes on {name} say: {notes}" if notes else f"{name} has no notes."


def _read_out(notes: str) -> str:
    text = " ".join(notes.split())
    if len(text) > _LONGEST_NOTES:
        text = f"{text[:_LONGEST_NOTES].rsplit(' ', 1)[0]}, and so on"
    return text if text[-1:] in {"", ".", "!", "?"} else f"{text}."


def _details(name: str, task: Task, view: View) -> str:
    language = view.language
    due = view.due(task)
    parts = [
        name,
        due,
        f"{on_list(task.project, language)}" if task.project else "",
        f"deadline {_deadline_of(task, view)}" if task.deadline else "",
        _of_priority(task) if task.priority else "",
        f"for {view.language.listed(task.assignees)}" if task.assignees else "",
        f"tagged {view.language.listed(task.tags)}" if task.tags else "",
        f"takes {say_minutes(task.duration_min, language)}" if task.duration_min else "",
        "waiting for something else" if task.blocked else "",
    ]
    notes = f" The notes say: {_read_out(task.notes)}" if task.notes.strip() else ""
    return f"{', '.join(filter(None, parts))}.{notes}"


def _of_priority(task: Task) -> str:
    return "urgent" if task.priority == "urgent" else f"{task.priority} priority"


def _how_long(name: str, task: Task, view: View) -> str:
    if task.duration_min:
        return f"{name} takes {say_minutes(task.duration_min, view.language)}."
    return f"nothing says how long {name} takes."


def _how_many_of(name: str, task: Task, view: View) -> str:
    del name
    return f"it says {in_sentence(task.title, view.language)}{where(task, view.language)}."


_ANSWERS: dict[Question, Answer] = {**OF_MANY, "is_done": _is_done, "is_there": _is_there}
_ABOUT_ONE: dict[Question, Callable[[str, Task, View], str]] = {
    "deadline": _deadline,
    "details": _details,
    "how_long": _how_long,
    "how_many_of": _how_many_of,
    "how_often": say_how_often,
    "notes": _notes,
    "when": _when,
    "where": _where,
    "who": _who,
}
