"""Which task or list is meant: by its words, their forms, and how they sound."""

from functools import lru_cache

from rapidfuzz import fuzz, process

from control_api.engine.plan import CommandPlan, Question
from control_api.language.times.places import is_vague
from control_api.language.times.said_times import When, find_times
from control_api.language.understanding.places import at_place, is_place
from control_api.language.understanding.scene import CHOSEN, Scene, ask, refuse
from control_api.language.understanding.title_matches import (
    SAME,
    SOUNDS_ALIKE,
    Match,
    matches_of,
)
from control_api.language.wording.dates_aloud import on_due
from control_api.language.wording.phrasing import in_a_row, in_sentence
from control_api.language.words.language import Language
from control_api.language.words.pronunciation import sound, words_of
from control_api.language.words.sentence import Words
from control_api.time.due_times import local_due
from shared.tasks import Task

_NAMED_AT_MOST = 3
_MOST_OPTIONS = 50
_WELL_COVERED = 0.8
"""Share of what was said that a title must hold."""
_MOSTLY_COVERED = 0.6
_SHORTEST_COMPOUND = 6
"""Letters."""
_LONGEST_DATED_NAME = 200
"""Characters; nobody tells tasks apart by more, and looking for times in it takes long."""


def is_it(said: str, language: Language) -> bool:
    """Whether this stands for the task mentioned last."""
    return said == CHOSEN or bool(language.names.pronoun.fullmatch(said))


def stands_for_one(said: str, language: Language) -> bool:
    """Whether a task is meant that these words don't name: "it", "the second one"."""
    return is_it(said, language) or is_place(said, language)


def find_task(
    words: Words, scene: Scene, *, strict: bool = False, project: str | None = None
) -> Task | CommandPlan:
    """The one open task meant, or the question or refusal to answer with.

    `strict` is for what must not hit a task that only resembles the words.
    """
    language = scene.language
    if is_it(words.text, language):
        return _mentioned(words, scene)
    if is_place(words.text, language):
        return _at_place(words, scene)
    tasks = scene.known.open_tasks
    if project is not None:
        tasks = [task for task in tasks if task.project == project]
    fitting = fitting_tasks(words.text, tasks, language, strict=strict)
    if len(fitting) != 1:
        fitting = _narrowed(words, scene, tasks, fitting, strict=strict)
    if not fitting and not strict:
        fitting = _inside(words.text, tasks, language)
    if len(fitting) > 1:
        return which_of(fitting, words, scene)
    return fitting[0] if fitting else refuse(_no_such_task(words.text, tasks, language))


def _mentioned(words: Words, scene: Scene) -> Task | CommandPlan:
    if (task := scene.last_mentioned()) is not None:
        return task
    if scene.known.mentioned and not scene.is_bell_mentioned():
        return refuse(scene.language.say("task-not-open"))
    return _which_task(scene.language.say("which-task"), words)


def _at_place(words: Words, scene: Scene) -> Task | CommandPlan:
    meant = at_place(words.text, scene)
    open_now = [task for task in scene.known.open_tasks if task.id in meant]
    if len(meant) > 1 and len(open_now) > 1:
        return which_of(sorted(open_now, key=lambda task: meant.index(task.id)), words, scene)
    if open_now:
        return open_now[0]
    if meant:
        return refuse(scene.language.say("task-not-open"))
    return _which_task(scene.language.say("which-task-by-name"), words)


def _which_task(question: str, words: Words) -> CommandPlan:
    return ask(question, asks=Question(wants="task", part=words.text))


def _no_such_task(said: str, tasks: list[Task], language: Language) -> str:
    name = in_sentence(language.names.leading.sub("", said), language)
    near = _nearest(said, tasks, language)
    if near is None:
        return language.say("no-such-task", name=name)
    return language.say("no-such-task-but", name=name, title=in_sentence(near.title, language))


def _nearest(said: str, tasks: list[Task], language: Language) -> Task | None:
    matches = matches_of(words_of(said, language), tasks, language)
    best = max(matches, key=lambda m: (m.said_covered, m.title_covered), default=None)
    return None if best is None else best.task


def which_of(tasks: list[Task], words: Words, scene: Scene) -> CommandPlan:
    """Ask which of the tasks the words mean."""
    options = [task.id for task in tasks[:_MOST_OPTIONS]]
    named = min(len(tasks), _NAMED_AT_MOST)
    asks = Question(wants="task", part=words.text, options=options, named=named)
    return ask(which_one(tasks, scene), asks=asks)


def which_one(tasks: list[Task], scene: Scene) -> str:
    """The question that names the tasks and when they are due."""
    named = [_described(task, scene) for task in tasks[:_NAMED_AT_MOST]]
    more = len(tasks) - len(named)
    if more:
        named.append(scene.language.say("one-of-more", count=str(more)))
    names = in_a_row(named[:-1], scene.language)
    return scene.language.say("which-one", names=names, last=named[-1])


def _described(task: Task, scene: Scene) -> str:
    title = in_sentence(task.title, scene.language)
    if task.due is None:
        return scene.language.say("choice-undated", title=title)
    when = on_due(task.due, task.time_zone, scene.now, scene.zone, scene.language)
    return scene.language.say("choice-then", title=title, when=when)


def fitting_tasks(said: str, tasks: list[Task], language: Language, *, strict: bool) -> list[Task]:
    """The tasks that fit equally well; one when it is certain."""
    words = words_of(language.names.trailing_kind.sub("", said), language)
    matches = matches_of(words, tasks, language, least=_WELL_COVERED)
    return (
        _exact(matches)
        or _holding(matches, strict=strict)
        or _by_event(said, tasks, language)
        or _written_together(words, tasks, language)
    )


def _exact(matches: list[Match]) -> list[Task]:
    """The tasks whose titles are what was said, else those that sound like it."""
    for alike in (SAME, SOUNDS_ALIKE):
        exact = [match.task for match in matches if match.exact(alike)]
        if exact:
            return exact
    return []


def _by_event(said: str, tasks: list[Task], language: Language) -> list[Task]:
    """The task "Dentist", for "the dentist appointment"; never one to call the dentist."""
    named = language.names.sort_of_event.sub("", said)
    if named == said:
        return []
    return _exact(matches_of(words_of(named, language), tasks, language, least=_WELL_COVERED))


def _written_together(said: tuple[str, ...], tasks: list[Task], language: Language) -> list[Task]:
    """The task that is called so in more words: "Bad putzen", for "das Badputzen"."""
    letters = "".join(said)
    if len(said) != 1 or len(letters) < _SHORTEST_COMPOUND:
        return []
    return [task for task in tasks if "".join(words_of(task.title, language)) == letters]


def _holding(matches: list[Match], *, strict: bool) -> list[Task]:
    """Of the tasks whose titles hold all that was said those that are alike enough."""
    least = SOUNDS_ALIKE if strict else 0.0
    return [match.task for match in matches if match.weakest >= least]


def _inside(said: str, tasks: list[Task], language: Language) -> list[Task]:
    """The tasks whose whole title was said, among other words."""
    return [
        match.task
        for match in matches_of(words_of(said, language), tasks, language, least=_MOSTLY_COVERED)
        if match.title_covered >= SOUNDS_ALIKE
    ]


def _narrowed(
    words: Words, scene: Scene, tasks: list[Task], fitting: list[Task], *, strict: bool
) -> list[Task]:
    """Uses a time in the words, as in "the dentist on Friday", to tell tasks apart."""
    language = scene.language
    if len(words.mask) > _LONGEST_DATED_NAME:
        return fitting
    times = [
        t
        for t in find_times(words.mask, scene.now, language)
        if not is_vague(t, words.mask, language)
    ]
    if not times:
        return fitting
    rest = words
    for when in reversed(times):
        rest = rest.without(when.start, when.end)
    said = language.names.before_a_time.sub("", rest.strip().text).strip()
    said = language.listing.left_of_a_time.sub("", said)
    candidates = tasks
    if words_of(said, language) and not language.names.just_one.fullmatch(said):
        holding = matches_of(words_of(said, language), tasks, language, least=_WELL_COVERED)
        candidates = _holding(holding, strict=strict)
        candidates = candidates or _by_event(said, tasks, language)
    return [task for task in candidates if all(_is_due(task, when, scene) for when in times)]


def _is_due(task: Task, when: When, scene: Scene) -> bool:
    if task.due is None:
        return False
    moment = local_due(task.due, task.time_zone, scene.zone)
    first, last = when.range()
    day = moment.date() if hasattr(moment, "date") else moment
    if (first and day < first) or (last and day > last):
        return False
    if when.clock is None or when.part is not None:
        return True
    hour = getattr(moment, "hour", None)
    return hour is not None and (
        hour == when.clock.hour or (when.half_unsure and hour % 12 == when.clock.hour % 12)
    )


def find_project(said: str, projects: list[str], language: Language) -> str | None:
    """The list of that name, as the person spells it; None when there is none.

    "My grocery list" is the one called "Grocery List", and "my shopping list" the only one whose
    name ends so: "Weekly shopping".
    """
    key = _list_words(said, language)
    named = {project: _list_words(project, language) for project in projects}
    for alike in (_is_same, _sounds_same):
        for project, words in named.items():
            if alike(words, key, language):
                return project
    close = process.extractOne(
        said.casefold(), {p: p.casefold() for p in projects}, scorer=fuzz.ratio, score_cutoff=88
    )
    ending = [project for project, words in named.items() if words[-len(key) :] == key]
    return close[2] if close else ending[0] if len(ending) == 1 else None


def list_name(said: str, language: Language) -> str:
    """What a list is called that somebody speaks of: "home to-do" is "home"."""
    return language.names.list_kind.sub("", said).strip() or said


@lru_cache(maxsize=5_000)
def _list_words(name: str, language: Language) -> tuple[str, ...]:
    return words_of(list_name(name, language), language)


def _is_same(words: tuple[str, ...], key: tuple[str, ...], language: Language) -> bool:
    del language
    return words == key


def _sounds_same(words: tuple[str, ...], key: tuple[str, ...], language: Language) -> bool:
    return len(words) == len(key) and all(
        sound(a, language) == sound(b, language) for a, b in zip(words, key, strict=True)
    )
