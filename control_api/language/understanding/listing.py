"""Sentences that ask which tasks there are."""

import msgspec

from control_api.engine.plan import CommandPlan, Question
from control_api.language.times.phrases import read_when
from control_api.language.times.said_times import When
from control_api.language.understanding.clocks import Clocks, clocks_meant
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import find_project, find_task, fitting_tasks
from control_api.language.understanding.scene import GAP, Scene, answer, ask, plan, refuse
from control_api.language.words.language import Language
from control_api.language.words.sentence import Slots, Words
from shared.actions import ListTasks
from shared.tasks import Task

_NAMED_LISTS = 8


def list_tasks(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What is due in a stretch of time; everything when none is named."""
    if "when" not in slots:
        return plan(ListTasks(), confidence)
    said = slots["when"].then(slots["day"]) if "day" in slots else slots["when"]
    when = when_asked(said, scene)
    if when is None:
        return None
    first, last = when.range()
    if first and last and scene.language.listing.rest.match(said.mask):
        first = max(first, min(scene.now.date(), last))
    clocks = Clocks() if when.moment else clocks_meant(when, said, scene)
    if first is None and last is None:
        first = last = scene.now.date()  # "what's on in the afternoon"
    if clocks.named and first is None:
        first = last  # "before five on Friday"
    if clocks.named and first != last:
        return ask(scene.language.say("which-day"), confidence)
    action = ListTasks(
        due_from=first.isoformat() if first else None,
        due_to=last.isoformat() if last else None,
        clock_from=clocks.begin,
        clock_to=clocks.end,
        or_all_day=clocks.or_all_day,
    )
    return plan(action, confidence)


def list_overdue(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What should have been done by now."""
    del slots, scene
    return plan(ListTasks(overdue=True), confidence)


def list_project(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What is on one list; "Monday's list" is the tasks of Monday."""
    language = scene.language
    said = slots["project"]
    if said.text.lower() in language.listing.generic_lists:
        return list_tasks({k: v for k, v in slots.items() if k == "when"}, scene, confidence)
    project = find_project(said.text, scene.known.projects, language)
    if project is None:
        if read_when(said, scene.now, language):
            return list_tasks({"when": said}, scene, confidence)
        return refuse(no_such_list(said.text, scene.known.projects, language), confidence)
    dated = list_tasks({k: v for k, v in slots.items() if k == "when"}, scene, confidence)
    if dated is None:
        return None
    actions = [
        msgspec.structs.replace(action, project=project)
        for action in dated.actions
        if isinstance(action, ListTasks)
    ]
    return msgspec.structs.replace(dated, actions=actions)


def list_known_project(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Like `list_project`, when there is such a list."""
    if find_project(slots["project"].text, scene.known.projects, scene.language) is None:
        return None
    return list_project(slots, scene, confidence)


def list_projects(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Which lists there are."""
    del slots
    if not scene.known.projects:
        return refuse(scene.language.say("no-lists-to-name"), confidence)
    if len(scene.known.projects) == 1:
        return answer(_lists_said(scene.known.projects, scene.language), confidence)
    named = scene.known.projects[:_NAMED_LISTS]
    sentence = scene.language.answering.show.format(gap=GAP)
    asks = Question(wants="list", sentence=sentence, options=named, named=len(named))
    which = scene.language.say("which-list-to-hear")
    question = f"{_lists_said(scene.known.projects, scene.language)} {which}"
    return ask(question, confidence, asks)


def search(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Tasks by their words."""
    said = slots["task"].text
    found = find_task(slots["task"], scene)
    if isinstance(found, Task):
        return plan(ListTasks(search=found.title), confidence)
    said = scene.language.listing.leading.sub("", said).strip('" ')
    return plan(ListTasks(search=said), min(confidence, 0.9))


def search_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Questions such as "when is the dentist?", when there is such a task."""
    fitting = fitting_tasks(slots["task"].text, scene.known.open_tasks, scene.language, strict=True)
    if not fitting:
        return None
    if len(fitting) == 1:
        return plan(ListTasks(search=fitting[0].title), confidence)
    said = scene.language.listing.leading_known.sub("", slots["task"].text)
    in_all = all(said.casefold() in task.title.casefold() for task in fitting)
    return plan(ListTasks(search=said if in_all else fitting[0].title), confidence)


def when_asked(said: Words, scene: Scene) -> When | None:
    """The time, also when it is "the rest of the week", or the "week" of "my week"."""
    language = scene.language
    whole = language.listing.rest.match(said.mask)
    said = said.slice(whole.end()) if whole else said
    this = Words(language.listing.this, language.listing.this)
    if language.listing.later.fullmatch(said.mask):
        return When(day=scene.now.date())
    return (
        read_when(said, scene.now, language)
        or read_when(this.then(said), scene.now, language)
        or _with_edge(said, scene)
    )


def _with_edge(said: Words, scene: Scene) -> When | None:
    """The time of day in "before noon", "on Friday after three"; which side is seen later."""
    edge = scene.language.listing.edge
    at = Words(*(edge.sub(scene.language.times.at, text) for text in (said.text, said.mask)))
    when = read_when(at, scene.now, scene.language) if at != said else None
    return when if when is not None and when.clock is not None else None


def _lists_said(projects: list[str], language: Language) -> str:
    """Which lists there are, in a sentence."""
    if not projects:
        return language.say("no-lists")
    named = language.listed(projects[:_NAMED_LISTS])
    return language.say("lists-known", count=len(projects), names=named)


def no_such_list(said: str, projects: list[str], language: Language) -> str:
    """That there is no list of that name, and which there are."""
    return f"{language.say('list-none-called', name=said)} {_lists_said(projects, language)}"


INTENTS = {
    "list": Intent(list_tasks),
    "list_overdue": Intent(list_overdue),
    "list_project": Intent(list_project, list_known_project),
    "list_projects": Intent(list_projects),
    "search": Intent(search, search_known),
}
