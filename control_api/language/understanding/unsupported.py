"""What Saydo doesn't do, and what to say instead: alarms, unclear repeats."""

from control_api.engine.plan import CommandPlan
from control_api.language.times.phrases import read_when
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene, refuse
from control_api.language.understanding.titles import is_foreign, tidied
from control_api.language.wording.phrasing import in_sentence
from control_api.language.words.language import Language
from control_api.language.words.sentence import Slots, Words
from shared.actions import CreateTask

_CERTAIN = 0.95
_LONGEST_EXAMPLE_WORDS = 8
_EXAMPLE = "to water the plants"


def alarm(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Saydo rings no bell, but a list can hold when to get up."""
    when = slots.get("when") or slots.get("moment")
    at = _aloud(when, scene) if when else None
    if scene.language.unsupported.on_a_list.search(slots["said"].mask) or (
        when is not None and at is None
    ):
        return None  # "alarm clock"
    errand = f"get up {at or 'tomorrow at seven'}"
    if "what" in slots:
        errand = slots["what"].text
    return refuse(
        f"I can't ring an alarm. I can put it on your list: say remind me to {errand}.", confidence
    )


def timer(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Nor does it count minutes."""
    del slots, scene
    return refuse(
        "I can't run a timer. I can put it on your list: "
        "say remind me to check the oven in ten minutes.",
        confidence,
    )


def no_alarms(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Questions about alarms, and wishes to be rid of them."""
    del slots, scene
    return refuse("I keep no alarms, only your tasks. Ask me what is on your list.", confidence)


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


def _aloud(when: Words, scene: Scene) -> str | None:
    """The time as it goes into a sentence: "at six", "on Monday"; None when it is no time."""
    language = scene.language
    said = when.text
    if read_when(when, scene.now, language) is None:
        in_a_while = Words(f"in {said}", f"in {when.mask}")
        return in_a_while.text if read_when(in_a_while, scene.now, language) else None
    if language.unsupported.hour.match(said) and not language.unsupported.unit.search(said):
        return f"at {said}"
    return f"on {said}" if language.unsupported.weekday.match(said) else said


INTENTS = {
    "alarm": Intent(alarm),
    "timer": Intent(timer),
    "no_alarms": Intent(no_alarms),
}
