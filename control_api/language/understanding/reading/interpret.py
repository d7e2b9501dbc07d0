"""From words to actions, with a confidence; no database, no network, no language model."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from control_api.engine.plan import CommandPlan, Question
from control_api.language.cutting.errands import errands_of
from control_api.language.cutting.items import is_errand
from control_api.language.cutting.sentences import (
    commands_of,
    must_go_on,
    sentences_of,
    without_false_stops,
)
from control_api.language.duckling.allowance import allowance
from control_api.language.duckling.unread import OverrunError, UnavailableError, say_unread
from control_api.language.times.clock_digits import with_colons
from control_api.language.times.date_checks import NoSuchDateError
from control_api.language.times.phrases import RepeatingError, read_when
from control_api.language.times.said_times import find_times
from control_api.language.times.stretches import time_stretch
from control_api.language.understanding import unsupported
from control_api.language.understanding.asking.out_of_reach import out_of_reach
from control_api.language.understanding.doubles import without_doubles
from control_api.language.understanding.doubtful_deletes import cautious
from control_api.language.understanding.fields.details import with_details
from control_api.language.understanding.reading.clauses import (
    MANY,
    Read,
    read_in_turn,
    read_of_many,
    unread,
)
from control_api.language.understanding.reading.corrected import read_corrected
from control_api.language.understanding.reading.learned import learned_reading
from control_api.language.understanding.reading.objects import read_of_several
from control_api.language.understanding.reading.ranking import best_reading
from control_api.language.understanding.reading.signed import read_signed
from control_api.language.understanding.reading.surroundings import (
    repaired,
    without_politeness,
    without_thanks,
)
from control_api.language.understanding.repeats.repeating import (
    MOST_AT_ONCE,
    ask_for_fewer,
    read_repeating,
)
from control_api.language.understanding.repeats.unclear import ask_of_repeat_in_title
from control_api.language.understanding.scene import CHOSEN, GAP, Known, Scene, ask, refuse
from control_api.language.words.heard import hear, trails_off
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.actions import CompleteTask, CreateTask, UpdateTask

LONGEST_COMMAND = 700
"""Characters; a longer text is a document, not a command."""
_LEAST_CONFIDENCE = 0.5
_MISHEARD_COSTS = 0.25
_BEYOND_DOUBT = 0.9
_LEAST_OF_ERRANDS = 0.6
_LESS_WHERE_TOLD = 0.1
_ASKS = "?"

_NOT_A_COMMAND = CommandPlan(outcome="not_a_command")


def interpret(
    text: str, *, language: Language, now: datetime, time_zone: ZoneInfo, known: Known
) -> CommandPlan:
    """What `text` asks for. `now` is an aware time.

    For any text it raises nothing but `PastNeededError`: when it is about what was, and `known` is
    without that. Blocks, so it is for threads: what can't be read within the allowance is refused.
    """
    if len(text) > LONGEST_COMMAND:
        return refuse(language.say("too-long"), 1.0)
    try:
        with allowance(text):
            return _interpret(text, now.astimezone(time_zone), time_zone, known, language)
    except (OverrunError, UnavailableError) as error:
        return refuse(say_unread(error, language), 1.0)


def _interpret(
    text: str, now: datetime, time_zone: ZoneInfo, known: Known, language: Language
) -> CommandPlan:
    heard = without_false_stops(with_colons(hear(text, language), language), language)
    if not any(character.isalnum() for character in heard.text):
        return ask(language.say("not-heard"), 1.0)
    scene = Scene(now, time_zone, known, language)
    unfinished = trails_off(text, language) or must_go_on(heard.mask, language)
    meant, is_repaired = repaired(heard, language)
    reading = _read_all(meant, scene)
    if reading is None or reading.confidence < _LEAST_CONFIDENCE:
        if refusal := out_of_reach(heard, language):
            return refusal
        reading = learned_reading(without_politeness(meant, language), scene)
        if reading is None:
            return _NOT_A_COMMAND
    confidence = reading.confidence - (_MISHEARD_COSTS if is_repaired else 0)
    if _is_wondered(text, heard, reading, language):
        return _NOT_A_COMMAND
    # "... call Sarah this" waits for the day; "what's next" does not.
    making = any(isinstance(action, CreateTask) for action in reading.actions)
    unfinished = unfinished or (making and bool(language.commands.before_a_day.search(heard.mask)))
    reading = cautious(reading, heard, language, unfinished=unfinished, known=known)
    reading = without_doubles(reading, scene)
    asks = None if reading.asks is None else _placed(reading.asks, meant, reading.reply, language)
    return msgspec.structs.replace(
        reading, confidence=round(confidence, 3), complete=not unfinished, asks=asks
    )


def _is_wondered(text: str, heard: Words, reading: CommandPlan, language: Language) -> bool:
    """Whether it is a thought or a question, and asks for nothing: "dentist on Friday?"."""
    if reading.outcome != "planned" or reading.confidence >= _BEYOND_DOUBT:
        return False
    makes = all(isinstance(action, CreateTask) for action in reading.actions) or not reading.is_sure
    asks = text.rstrip().endswith(_ASKS) or language.doubtful_deletes.maybe.match(heard.text)
    return makes and bool(asks)


def _placed(asks: Question, said: Words, text: str, language: Language) -> Question | None:
    """The question with the sentence that its answer completes; None when there is none."""
    sentence = asks.sentence
    if asks.part:
        before, found, after = said.text.partition(asks.part)
        sentence = f"{before}{CHOSEN if asks.options else GAP}{after}" if found else ""
    elif asks.then:
        sentence = f"{without_politeness(said, language).text} {asks.then}"
    if not sentence and not asks.actions:
        return None
    return msgspec.structs.replace(asks, text=text, sentence=sentence, then="")


def warm_up(language: Language) -> None:
    """Read one sentence with every reader, so that the first real one is fast, too."""
    zone = ZoneInfo("UTC")
    now = datetime(2026, 1, 1, tzinfo=zone)
    interpret(language.example, language=language, now=now, time_zone=zone, known=Known())
    if language.learned is not None:
        language.learned.read(language.example)


def _read_all(words: Words, scene: Scene) -> CommandPlan | None:
    """One command, or several in one breath."""
    if corrected := read_corrected(words, scene, _read_sentence):
        return corrected
    parts = sentences_of(words, scene.language)
    if len(parts) > 1:
        reading = read_in_turn(parts, words, scene, _read_sentence, learned_reading)
        if reading is not None:
            return reading
    return _read_sentence(parts[0] if len(parts) == 1 else words, scene)


def _read_sentence(words: Words, scene: Scene) -> CommandPlan | None:
    """One command, or several when each of them is beyond doubt."""
    language = scene.language
    words = without_thanks(words, language)
    bare = without_politeness(words, language)
    parts = [without_politeness(part, language) for part in commands_of(bare, language)]
    if len(parts) >= MANY and (reading := read_of_many(parts, scene, _read_clause)):
        return reading
    several = _certain(parts, scene, _read_clause, _BEYOND_DOUBT)
    if several is None and not _is_told(bare, language):
        several = _errands(bare, scene)
    if several is not None:
        return several
    reading = _read_one(words, bare, scene)
    if len(parts) > 1 and reading is not None and _renames_to(parts[-1], reading):
        return unread(parts[-1], language)
    return _of_several(bare, reading, scene) or reading


def _is_told(words: Words, language: Language) -> bool:
    """Whether this says what was done, not what is to do: "got the milk and the eggs"."""
    first = words.mask.split(maxsplit=1)[0].lower() if words.mask.strip() else ""
    return language.past.get(first, first) != first


def _read_clause(words: Words, scene: Scene) -> CommandPlan | None:
    return _read_sentence(words, scene) or learned_reading(words, scene)


def _of_several(bare: Words, reading: CommandPlan | None, scene: Scene) -> CommandPlan | None:
    """The reading for each of several tasks, unless the words make new ones."""
    made = reading is not None and any(isinstance(each, CreateTask) for each in reading.actions)
    if made and not _is_told(bare, scene.language):
        return None
    return read_of_several(bare, scene, _read_plainly)


def _renames_to(command: Words, reading: CommandPlan) -> bool:
    """Whether a whole command would become a part of a task's name."""
    titles = (each.title for each in reading.actions if isinstance(each, UpdateTask))
    return any(isinstance(title, str) and command.text in title for title in titles)


def _errands(bare: Words, scene: Scene) -> CommandPlan | None:
    """Errands that leave out what they have in common: "buy milk today and eggs tomorrow"."""
    try:
        parts = errands_of(bare, scene.now, scene.language)
    except NoSuchDateError:
        return None  # it is said where the whole is read
    if len(parts) == 1:
        return None
    at_once = _read_plainly(bare, scene)
    if at_once is not None and len(at_once.actions) > 1:
        return at_once  # several times of one task
    reading = _certain(parts, scene, _read_plainly, _LEAST_OF_ERRANDS)
    return (
        ask_for_fewer(scene.language) if reading is not None and _is_one_task(reading) else reading
    )


def _is_one_task(reading: CommandPlan) -> bool:
    """Whether it makes one task again and again, at more times than anybody means."""
    titles = [each.title for each in reading.actions if isinstance(each, CreateTask)]
    return len(titles) > MOST_AT_ONCE and len(set(titles)) == 1


def _read_plainly(words: Words, scene: Scene) -> CommandPlan | None:
    return _read_one(words, words, scene)


def _certain(parts: list[Words], scene: Scene, read: Read, least: float) -> CommandPlan | None:
    """What several parts mean together, when each is beyond doubt; None for one part."""
    if len(parts) == 1:
        return None
    reading = read_in_turn(parts, None, scene, read)
    if reading is None or reading.outcome != "planned":
        return None
    # What is told to be done is of a task that there is, and no guess.
    is_told = any(isinstance(action, CompleteTask) for action in reading.actions)
    return reading if reading.confidence >= least - is_told * _LESS_WHERE_TOLD else None


def _read_one(words: Words, bare: Words, scene: Scene) -> CommandPlan | None:
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
                return reading
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


def _only_makes(reading: CommandPlan | None) -> bool:
    """Whether it makes tasks of words that need not ask for any."""
    return (
        reading is not None
        and reading.outcome == "planned"
        and reading.confidence <= _BEYOND_DOUBT
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


def _begins_a_command(words: Words, language: Language) -> bool:
    return bool(language.openers.match(" " + words.mask)) or is_errand(
        words, language, are_things=False
    )


def _time_last(words: Words, scene: Scene) -> Words | None:
    """The words with the time at the end, when they begin with it: "At three remind me to ..."."""
    language = scene.language
    found = find_times(words.mask[:80], scene.now, language)
    for when in reversed(found[:3]):
        time, rest = words.slice(0, when.end).strip(), words.slice(when.end).strip()
        if (
            rest.text
            and _begins_a_command(without_politeness(rest, language), language)
            and read_when(time, scene.now, language)
        ):
            return without_politeness(rest, language).then(time)
    return None
