"""One command, said plainly: the best reading of the words, its repeat and its details."""

from control_api.engine.plan import CommandPlan, Question
from control_api.language.cutting.items import is_errand
from control_api.language.times.date_checks import NoSuchDateError
from control_api.language.times.phrases import RepeatingError, read_when
from control_api.language.times.said_times import find_times
from control_api.language.times.stretches import time_stretch
from control_api.language.understanding import unsupported
from control_api.language.understanding.fields.assigning import begins_with_a_person
from control_api.language.understanding.fields.details import with_details
from control_api.language.understanding.reading.ranking import best_reading
from control_api.language.understanding.reading.signed import read_signed
from control_api.language.understanding.reading.surroundings import (
    without_politeness,
)
from control_api.language.understanding.repeats.repeating import (
    read_repeating,
)
from control_api.language.understanding.repeats.unclear import ask_of_repeat_in_title
from control_api.language.understanding.scene import Scene, ask
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.actions import CreateTask

BEYOND_DOUBT = 0.9


def read_one(words: Words, bare: Words, scene: Scene) -> CommandPlan | None:
    """What one command means; `bare` are its words without politeness. None for no command."""
    return read_signed(words, bare, scene, _read_unsigned)


def _read_unsigned(words: Words, bare: Words, scene: Scene) -> CommandPlan | None:
    def read(said: Words, whole: Words | None = None) -> CommandPlan | None:
        meant = read_repeating(said, scene, _once) or _read_plain(whole or said, said, scene)
        return ask_of_repeat_in_title(meant, said, scene) or meant

    reading = read(bare, words)
    if reading is not None and len(reading.actions) > 1 and _is_headed(bare, scene.language):
        return reading  # each of the row has its own details
    return with_details(reading, bare, scene, read)


def _is_headed(words: Words, language: Language) -> bool:
    """Whether a row follows its heading: "Add tasks: flyers, posters"."""
    return language.clauses.row_head.match(words.mask) is not None


def _read_plain(words: Words, bare: Words, scene: Scene) -> CommandPlan | None:
    language = scene.language
    try:
        kindly = language.commands.asks_kindly.match(words.mask)
        for said in dict.fromkeys((bare, words) if kindly else (words, bare)):
            reading = best_reading(said, scene)
            if _only_makes(reading):
                # "And tag it party" makes nothing, and "and butter" goes on where it can.
                reading = _changing(said, bare, scene) or _loosely(words, scene) or reading
            if reading is not None:
                return _surer(reading, best_reading(bare, scene) if said != bare else None)
        turned = _time_last(words, scene) or _time_last(bare, scene)
        reading = best_reading(turned, scene) if turned else None
    except NoSuchDateError as problem:
        stretch = time_stretch(bare.mask, scene.now, language)
        # The time of day stays as it was said.
        part = language.answering.clock_after.sub("", bare.text[slice(*(stretch or (0, 0)))])
        asks = Question(wants="time", part=part) if part else None
        return ask(str(problem), 0.95, asks)
    except RepeatingError:
        once = _once(unsupported.without_repeats(bare, language), scene)
        return unsupported.repeating(bare, once, language)
    if reading is None and unsupported.is_repeating(bare, language):
        return unsupported.repeating(bare, None, language)
    return reading or _loosely(words, scene)


def _surer(reading: CommandPlan, bare: CommandPlan | None) -> CommandPlan:
    """What the words mean, or what they mean without those before them, if that is surer.

    "Could you add stamps to the list" is sure of what is added only without its beginning.
    """
    if reading.confidence > BEYOND_DOUBT or bare is None or bare.outcome != "planned":
        return reading
    return bare if bare.confidence > reading.confidence else reading


def _only_makes(reading: CommandPlan | None) -> bool:
    """Whether it makes tasks of words that need not ask for any."""
    return (
        reading is not None
        and reading.outcome == "planned"
        and reading.confidence <= BEYOND_DOUBT
        and all(
            isinstance(action, CreateTask) and action.project is None for action in reading.actions
        )
    )


def _changing(said: Words, bare: Words, scene: Scene) -> CommandPlan | None:
    """What the words ask for without those before them, when that makes no task."""
    reading = best_reading(bare, scene) if said != bare else None
    if reading is None or reading.outcome != "planned":
        return None
    makes = any(isinstance(action, CreateTask) for action in reading.actions)
    return None if makes else reading


def _loosely(words: Words, scene: Scene) -> CommandPlan | None:
    """What a few words say of what was said before."""
    if not scene.known.turns:
        return None
    try:
        return best_reading(words, scene, loose=True)
    except (NoSuchDateError, RepeatingError):
        return None


def _once(words: Words, scene: Scene) -> CommandPlan | None:
    """What the words mean when they are said of one day."""
    try:
        turned = _time_last(words, scene)
        return best_reading(words, scene) or (best_reading(turned, scene) if turned else None)
    except (NoSuchDateError, RepeatingError):
        return None


def _begins_a_command(words: Words, scene: Scene) -> bool:
    language = scene.language
    return (
        bool(language.openers.match(" " + words.mask))
        or is_errand(words, language, are_things=False)
        or begins_with_a_person(words, scene)
    )


def _time_last(words: Words, scene: Scene) -> Words | None:
    """The words with the time at the end, when they begin with it: "At three remind me to ..."."""
    language = scene.language
    found = find_times(words.mask[:80], scene.now, language)
    for when in reversed(found[:3]):
        time, rest = words.slice(0, when.end).strip(), words.slice(when.end).strip()
        if (
            rest.text
            and _begins_a_command(without_politeness(rest, language), scene)
            and read_when(time, scene.now, language)
        ):
            return without_politeness(rest, language).then(time)
    return None
