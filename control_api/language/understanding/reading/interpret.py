"""From words to actions, with a confidence; no database, no network, no language model."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from control_api.engine.plan import CommandPlan, Question
from control_api.language.cutting.sentences import (
    must_go_on,
    without_false_stops,
)
from control_api.language.duckling.allowance import allowance
from control_api.language.duckling.unread import OverrunError, UnavailableError, say_unread
from control_api.language.times.clock_digits import with_colons
from control_api.language.understanding.asking.out_of_reach import out_of_reach
from control_api.language.understanding.doubles import without_doubles
from control_api.language.understanding.doubtful_deletes import cautious
from control_api.language.understanding.reading.breath import read_all
from control_api.language.understanding.reading.learned import learned_reading
from control_api.language.understanding.reading.plainly import BEYOND_DOUBT
from control_api.language.understanding.reading.surroundings import (
    repaired,
    without_politeness,
)
from control_api.language.understanding.scene import CHOSEN, GAP, Known, Scene, ask, refuse
from control_api.language.words.heard import hear, trails_off
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.actions import CreateTask

LONGEST_COMMAND = 700
"""Characters; a longer text is a document, not a command."""
_LEAST_CONFIDENCE = 0.5
_MISHEARD_COSTS = 0.25
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
    reading = read_all(meant, scene)
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
    if reading.outcome != "planned" or reading.confidence >= BEYOND_DOUBT:
        return False
    makes = all(isinstance(action, CreateTask) for action in reading.actions) or not reading.is_sure
    asks = text.rstrip().endswith(_ASKS) or language.doubtful_deletes.maybe.match(heard.text)
    return makes and bool(asks)


def _placed(asks: Question, said: Words, text: str, language: Language) -> Question | None:
    """The question with the sentence that its answer completes; None when there is none."""
    sentence = asks.sentence
    if asks.part:
        before, found, after = said.text.partition(asks.part)
        gap = CHOSEN if asks.options and asks.wants == "task" else GAP
        sentence = f"{before}{gap}{after}" if found else ""
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
