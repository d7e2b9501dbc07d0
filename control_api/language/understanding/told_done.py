"""What the person says is done: "I bought the milk", "the rent is paid"."""

from functools import lru_cache

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.names import find_task, which_of
from control_api.language.understanding.scene import Scene, plan
from control_api.language.understanding.title_matches import matches_of
from control_api.language.words.language import Language
from control_api.language.words.pronunciation import sound, stem, words_of
from control_api.language.words.sentence import Slots, Words
from shared.actions import CompleteTask
from shared.tasks import Task

_LONGEST_NAME = 2
"""Words."""
_COVERED = 0.85
"""Share of what was said, where what only sounds so counts a tenth less."""


def complete_told(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What somebody has done, when exactly one task was about it: "I have a cold" is no deed."""
    verb, _, thing = slots["deed"].text.partition(" ")
    return _complete(verb, slots["deed"], thing, scene, confidence)


def complete_passive(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same about the thing: "the milk is bought"."""
    thing = slots["thing"]
    verb = slots["verb"]
    return _complete(verb.text, verb.then(thing), thing.text, scene, confidence)


def complete_bare(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The same without who did it: "signed the slip", where the verb can only be past."""
    language = scene.language
    verb, _, thing = slots["deed"].text.partition(" ")
    if language.past.get(verb.lower(), verb.lower()) == verb.lower() and not (
        language.past_ending.search(verb.lower())
    ):
        return None
    return _complete(verb, slots["deed"], thing, scene, confidence)


def complete_by(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Somebody else has done it: whom the task names, or whose it is: "Dad took his pills"."""
    language = scene.language
    verb, _, thing = slots["deed"].text.partition(" ")
    who = slots["who"]
    if not thing or not _is_past(verb.lower(), language) or len(who.text.split()) > _LONGEST_NAME:
        return None
    names = _sounds(words_of(who.text, language), language)
    about = _sounds(words_of(thing, language), language)
    tasks = [
        task
        for task in _holding(thing, scene)
        if about <= _sounds(words_of(task.title, language), language)
        and names <= _sounds(words_of(" ".join((task.title, *task.assignees)), language), language)
    ]
    return plan(CompleteTask(tasks[0].id), confidence) if len(tasks) == 1 else None


def _complete(
    verb: str, deed: Words, thing: str, scene: Scene, confidence: float
) -> CommandPlan | None:
    language = scene.language
    if not thing:
        return None
    if not _is_past(verb.lower(), language):
        done = _done_of_no_known_verb(verb.lower(), thing, scene)
        return plan(CompleteTask(done.id), confidence) if done is not None else None
    found = find_task(deed, scene)
    if isinstance(found, CommandPlan):
        about = [
            t
            for t in _holding(thing, scene)
            if _is_about(t, stem(verb.lower(), language), thing, language)
        ]
        if len(about) > 1 and all(_begins_with(t, verb.lower(), language) for t in about):
            return which_of(about, deed, scene)
        # Several tasks would have to be told apart, and nobody asked for anything.
        if found.outcome == "clarify" or len(about) != 1:
            return None
        found = about[0]
    return plan(CompleteTask(found.id), confidence)


def _holding(thing: str, scene: Scene) -> list[Task]:
    """The open tasks whose titles hold the thing, by how it sounds."""
    said = words_of(thing, scene.language)
    found = matches_of(said, scene.known.open_tasks, scene.language, least=_COVERED)
    return [match.task for match in found]


def _is_past(verb: str, language: Language) -> bool:
    return verb in language.past or (
        language.past_ending.search(verb) is not None
        and stem(verb, language) in _stems(language.verbs, language)
    )


def _done_of_no_known_verb(verb: str, thing: str, scene: Scene) -> Task | None:
    """The one task that is to do just this, be its verb known or not: "raked the leaves"."""
    language = scene.language
    if language.past_ending.search(verb) is None:
        return None
    said = (stem(verb, language),)
    found = [
        task
        for task in _holding(thing, scene)
        if _verb_first(words_of(task.title, language), language)[:1] == said
        # "Deleted scenes" is what a task is called, and nothing that was done.
        and verb not in task.title.lower().split()
    ]
    return found[0] if len(found) == 1 else None


def _is_about(task: Task, verb: str, thing: str, language: Language) -> bool:
    """Whether the task is to do this with the thing: "Get milk" or "Milk" when it was bought."""
    first, *rest = _verb_first(words_of(task.title, language), language)
    if _sounds(words_of(thing, language), language) == _sounds((first, *rest), language):
        return verb in _stems(language.settling, language)
    about, named = (_sounds(words_of(each, language), language) for each in (thing, " ".join(rest)))
    if verb == first:
        return about <= named
    same = any({verb, first} <= _stems(group, language) for group in language.same_errand)
    return same and about == named


def _begins_with(task: Task, verb: str, language: Language) -> bool:
    """Whether it is to do this very thing: "Call the bank", for "called"."""
    words = _verb_first(words_of(task.title, language), language)
    return bool(words) and stem(verb, language) == words[0]


def _verb_first(words: tuple[str, ...], language: Language) -> tuple[str, ...]:
    return (words[-1], *words[:-1]) if language.grammar.verb_last else words


def _sounds(words: tuple[str, ...], language: Language) -> set[str]:
    return {sound(word, language) for word in words}


@lru_cache(maxsize=64)
def _stems(words: frozenset[str], language: Language) -> frozenset[str]:
    return frozenset(stem(word, language) for word in words)


INTENTS = {
    "complete_told": Intent(complete_told),
    "complete_bare": Intent(complete_bare),
    "complete_by": Intent(complete_by),
    "complete_passive": Intent(complete_passive),
}
