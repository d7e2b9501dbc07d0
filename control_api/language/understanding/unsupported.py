"""What Saydo doesn't do, and what to say instead: unclear repeats."""

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.scene import Scene, refuse
from control_api.language.understanding.titles import is_foreign, tidied
from control_api.language.wording.phrasing import in_sentence
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.actions import CreateTask

_CERTAIN = 0.95
_LONGEST_EXAMPLE_WORDS = 8
_EXAMPLE = "to water the plants"


def several(said: Words, scene: Scene, confidence: float) -> CommandPlan:
    """Some tasks, of which the words don't tell which: one, or all of them, can be named."""
    first = scene.last_mentioned() or next(iter(scene.known.open_tasks), None)
    title = in_sentence(first.title, scene.language) if first else "buy milk"
    if scene.language.unsupported.finishing.match(said.mask):
        return refuse(
            f"Which ones? Say: mark {title} as done. Or: mark everything on my shopping list"
            " as done.",
            confidence,
        )
    return refuse(
        f"Which ones? Say: delete {title}. Or: delete everything on my shopping list.", confidence
    )


def without_repeats(words: Words, language: Language) -> Words:
    """The words without "every Monday"."""
    found = language.calendar.repeating.search(words.mask)
    return words.without(found.start(), found.end()).strip() if found else words


def is_repeating(words: Words, language: Language) -> bool:
    """Whether an errand is to come again and again: "every Monday water the plants"."""
    rest = without_repeats(words, language)
    first = rest.mask.lower().split()[:1]
    return rest != words and not language.verbs.isdisjoint(first) and not is_foreign(rest, language)


def repeating(said: Words, once: CommandPlan | None, language: Language) -> CommandPlan:
    """`once` is what the words would mean without "every Monday"."""
    found = language.calendar.repeating.search(said.mask)
    day = language.unsupported.weekday.search(found[0]) if found else None
    often = f"every {day[0].capitalize()}" if day else "every day at nine"
    errand = errand_said(said, once, language)
    if found and language.unsupported.too_often.search(found[0]):
        return refuse(
            f"A task comes once a day at most. Say it like: remind me {errand} {often}.", _CERTAIN
        )
    return refuse(f"I didn't get how often. Say it like: remind me {errand} {often}.", _CERTAIN)


def errand_said(said: Words, once: CommandPlan | None, language: Language) -> str:
    """What is to be done, as it follows "remind me": "to water the plants", "about milk"."""
    actions = once.actions if once else []
    if len(actions) == 1 and isinstance(actions[0], CreateTask):
        title = actions[0].title
    elif not actions and is_repeating(said, language):
        title = tidied(without_repeats(said, language), language).text
    else:
        return _EXAMPLE
    small = title[:1].lower() + title[1:]
    title = small if small in said.text else title
    if language.unsupported.setting.match(title) or len(title.split()) > _LONGEST_EXAMPLE_WORDS:
        return _EXAMPLE
    return f"{'to' if title.lower().split()[0] in language.verbs else 'about'} {title}"
