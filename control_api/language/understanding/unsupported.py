"""What Saydo doesn't do, and what to say instead: unclear repeats."""

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.scene import Scene, refuse
from control_api.language.understanding.titles import is_foreign, tidied
from control_api.language.wording.phrasing import in_sentence, is_deed
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.actions import CreateTask

_CERTAIN = 0.95
_LONGEST_EXAMPLE_WORDS = 8


def several(said: Words, scene: Scene, confidence: float) -> CommandPlan:
    """Some tasks, of which the words don't tell which: one, or all of them, can be named."""
    first = scene.last_mentioned() or next(iter(scene.known.open_tasks), None)
    language = scene.language
    title = in_sentence(first.title, language) if first else language.say("example-title")
    is_finishing = language.unsupported.finishing.match(said.mask)
    which = "which-ones-to-finish" if is_finishing else "which-ones-to-delete"
    return refuse(language.say(which, title=title), confidence)


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
    is_too_often = found and language.unsupported.too_often.search(found[0])
    reason = language.say(
        "repeat-too-often" if is_too_often else "repeat-not-read",
        errand=errand_said(said, once, language),
        often=_often_said(found[0] if found else "", language),
    )
    return refuse(reason, _CERTAIN)


def _often_said(repeat: str, language: Language) -> str:
    """An example of a repeat, on the weekday of the one that was said."""
    named = language.unsupported.weekday.search(repeat)
    names = {name.casefold(): name for name in language.weekday_names}
    weekday = names.get(named[0].casefold()) if named else None
    if weekday is None:
        return language.say("example-repeat")
    return language.say("example-repeat-on", weekday=weekday)


def errand_said(said: Words, once: CommandPlan | None, language: Language) -> str:
    """What is to be done, as it follows "remind me": "to water the plants", "about milk"."""
    example = language.say("errand-example")
    actions = once.actions if once else []
    if len(actions) == 1 and isinstance(actions[0], CreateTask):
        title = actions[0].title
    elif not actions and is_repeating(said, language):
        title = tidied(without_repeats(said, language), language).text
    else:
        return example
    small = title[:1].lower() + title[1:]
    title = small if small in said.text else title
    if language.unsupported.setting.match(title) or len(title.split()) > _LONGEST_EXAMPLE_WORDS:
        return example
    return language.say("errand-to-do" if is_deed(title, language) else "errand-about", title=title)
