"""What to say to a question about tasks, by what was asked: yes or no, when, who, how long."""

from collections.abc import Callable, Iterator
from datetime import datetime

from control_api.language.wording.answers_of_many import OF_MANY, Answer
from control_api.language.wording.dates_aloud import on_day, say_due
from control_api.language.wording.how_often import say_how_often
from control_api.language.wording.lengths_aloud import say_minutes
from control_api.language.wording.list_replies import View, say_list
from control_api.language.wording.phrasing import (
    as_many,
    capital,
    how_many,
    in_a_row,
    in_sentence,
    is_deed,
    on_list,
    without_article,
)
from control_api.language.words.language import Language
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
    return capital(said)


def _name(task: Task, asked: ListTasks, view: View) -> str:
    """The task as the person called it, when that is its whole title; else its title."""
    said, title = asked.about or "", in_sentence(task.title, view.language)
    bare = without_article(said, view.language).casefold()
    return said if bare == without_article(title, view.language).casefold() else title


def _is_there(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    say = view.language.say
    if not total:
        return _is_not_there(asked, view)
    if total > 1:
        count = how_many(total, view.language)
        return say("answer-several", tasks=count, names=view.named(tasks, total))
    task = tasks[0]
    name = _name(task, asked, view)
    if asked.project and task.project != asked.project:
        place = on_list(asked.project, view.language)
        return say("answer-elsewhere", on_list=place, task=view.item_on_list(task))
    if asked.due_from or asked.due_to:
        return _is_then(asked, task, name, view)
    if is_deed(name, view.language):
        return say("answer-there", task=view.item_on_list(task))
    return say("answer-yes", said=_on_list(name, task, view))


def _is_not_there(asked: ListTasks, view: View) -> str:
    language, days = view.language, view.days(asked)
    name = in_sentence(asked.about or asked.search or language.say("task-unknown"), language)
    if is_deed(name, language) and days:
        return language.say("answer-no-such-then", name=name, days=days)
    if is_deed(name, language):
        return language.say("answer-no-such", name=name)
    if days:
        return language.say("answer-none-due", name=name, days=days)
    place, count = on_list(asked.project, language), as_many(name, language)
    return language.say("answer-not-on-list", name=name, count=count, on_list=place)


def _is_then(asked: ListTasks, task: Task, name: str, view: View) -> str:
    """Whether it is due in the days that were asked about."""
    fits = False
    if task.due is not None:
        moment = local_due(task.due, task.time_zone, view.zone)
        day = (moment.date() if isinstance(moment, datetime) else moment).isoformat()
        fits = (asked.due_from or day) <= day <= (asked.due_to or day)
    return view.language.say("answer-yes" if fits else "answer-no", said=_when(name, task, view))


def _is_done(asked: ListTasks, tasks: list[Task], total: int, view: View) -> str:
    language = view.language
    if not total:
        return language.say("answer-never-there", name=asked.about or language.say("task-unknown"))
    task = tasks[0]
    name = _name(task, asked, view)
    if task.status in OPEN:
        return _is_not_done(name, task, view)
    if task.status == "cancelled":
        return language.say("answer-was-cancelled", name=name)
    count = as_many(name, language)
    if task.completed_at is None:
        return language.say("answer-was-done", name=name, count=count)
    done = datetime.fromisoformat(task.completed_at).astimezone(view.zone).date()
    day = on_day(done, view.now.date(), language)
    return language.say("answer-was-done-then", name=name, count=count, day=day)


def _is_not_done(name: str, task: Task, view: View) -> str:
    due, count = view.on_due(task), as_many(name, view.language)
    started = task.status == "in_progress"
    if due:
        said = "answer-in-progress-due" if started else "answer-still-open-due"
        return view.language.say(said, name=name, count=count, due=due)
    said = "answer-in-progress" if started else "answer-still-open"
    return view.language.say(said, name=name, count=count)


def _when(name: str, task: Task, view: View) -> str:
    language, due = view.language, view.on_due(task)
    if due:
        is_event = "T" in (task.due or "") and not is_deed(name, language)
        said = "answer-event" if is_event else "answer-due"
        return language.say(said, name=name, count=as_many(name, language), due=due)
    if deadline := _deadline_of(task, view):
        return language.say("answer-no-date-but-deadline", name=name, deadline=deadline)
    return language.say("answer-no-date", name=name)


def _deadline_of(task: Task, view: View) -> str:
    if task.deadline is None:
        return ""
    return say_due(task.deadline, task.deadline_time_zone, view.now, view.zone, view.language)


def _deadline(name: str, task: Task, view: View) -> str:
    say, due = view.language.say, view.on_due(task)
    if deadline := _deadline_of(task, view):
        return say("answer-deadline", name=name, deadline=deadline)
    if due:
        return say("answer-no-deadline-but-due", name=name, due=due)
    return say("answer-no-deadline", name=name)


def _who(name: str, task: Task, view: View) -> str:
    if not task.assignees:
        return view.language.say("answer-for-nobody", name=name)
    return view.language.say("answer-for", name=name, people=view.language.listed(task.assignees))


def _where(name: str, task: Task, view: View) -> str:
    if task.project:
        return _on_list(name, task, view)
    due, count = view.on_due(task), as_many(name, view.language)
    if due:
        return view.language.say("answer-on-no-list-due", name=name, count=count, due=due)
    return view.language.say("answer-on-no-list", name=name, count=count)


def _on_list(name: str, task: Task, view: View) -> str:
    """On which list it is; on that of all tasks where it is on no other."""
    language, due = view.language, view.on_due(task)
    place, count = on_list(task.project, language), as_many(name, language)
    if due:
        return language.say("answer-on-list-due", name=name, count=count, on_list=place, due=due)
    return language.say("answer-on-list", name=name, count=count, on_list=place)


def _notes(name: str, task: Task, view: View) -> str:
    notes = _read_out(task.notes, view.language)
    if not notes:
        return view.language.say("answer-no-notes", name=name)
    return view.language.say("answer-notes", name=name, notes=notes)


def _read_out(notes: str, language: Language) -> str:
    text = " ".join(notes.split())
    if len(text) > _LONGEST_NOTES:
        return language.say("notes-cut", notes=text[:_LONGEST_NOTES].rsplit(" ", 1)[0])
    return text if text[-1:] in {"", ".", "!", "?"} else f"{text}."


def _details(name: str, task: Task, view: View) -> str:
    say = view.language.say
    details = in_a_row([name, *_pieces(task, view)], view.language)
    if not task.notes.strip():
        return say("answer-details", details=details)
    notes = _read_out(task.notes, view.language)
    return say("answer-details-and-notes", details=details, notes=notes)


def _pieces(task: Task, view: View) -> Iterator[str]:
    """What else is known of a task."""
    language, say = view.language, view.language.say
    if task.due:
        yield view.due(task)
    if task.project:
        yield on_list(task.project, language)
    if task.deadline:
        yield say("detail-deadline", deadline=_deadline_of(task, view))
    if task.priority == "urgent":
        yield say("detail-urgent")
    elif task.priority:
        yield say("priority", priority=task.priority)
    if task.assignees:
        yield say("detail-for", people=language.listed(task.assignees))
    if task.tags:
        yield say("detail-tagged", tags=language.listed(task.tags))
    if task.duration_min:
        yield say("detail-takes", length=say_minutes(task.duration_min, language))
    if task.blocked:
        yield say("detail-blocked")


def _how_long(name: str, task: Task, view: View) -> str:
    if not task.duration_min:
        return view.language.say("answer-no-length", name=name)
    length = say_minutes(task.duration_min, view.language)
    return view.language.say("answer-takes", name=name, length=length)


def _how_many_of(name: str, task: Task, view: View) -> str:
    del name
    title = in_sentence(task.title, view.language)
    if not task.project:
        return view.language.say("answer-says", title=title)
    place = on_list(task.project, view.language)
    return view.language.say("answer-says-on-list", title=title, on_list=place)


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
