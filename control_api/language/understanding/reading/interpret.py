"""From words to actions, with a confidence; no database, no network, no language model."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.duckling.allowance import allowance
from control_api.language.duckling.finding import find_phrases
from control_api.language.duckling.unread import OverrunError, UnavailableError
from control_api.language.times.clock_digits import with_colons
from control_api.language.times.date_checks import NoSuchDateError
from control_api.language.times.phrases import RepeatingError, read_when
from control_api.language.understanding import unsupported
from control_api.language.understanding.doubtful_deletes import cautious
from control_api.language.understanding.reading.ranking import best_reading
from control_api.language.understanding.repeats.repeating import read_repeating
from control_api.language.understanding.scene import Known, Scene, ask, refuse
from control_api.language.words.heard import hear, trails_off
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.actions import CreateTask

LONGEST_COMMAND = 700
"""Characters; a longer text is a document, not a command."""
_LEAST_CONFIDENCE = 0.5
_MISHEARD_COSTS = 0.25

_NOT_A_COMMAND = CommandPlan(outcome="not_a_command")


def interpret(
    text: str, *, language: Language, now: datetime, time_zone: ZoneInfo, known: Known
) -> CommandPlan:
    """What `text` asks for. `now` is an aware time. Never raises for any text.

    Blocks, so it is for threads: what can't be read within the allowance is refused.
    """
    if len(text) > LONGEST_COMMAND:
        return refuse("That's too long for me to take in. Say it in a sentence or two.", 1.0)
    try:
        with allowance(text):
            return _interpret(text, now.astimezone(time_zone), time_zone, known, language)
    except (OverrunError, UnavailableError) as error:
        return refuse(str(error), 1.0)


def _interpret(
    text: str, now: datetime, time_zone: ZoneInfo, known: Known, language: Language
) -> CommandPlan:
    heard = with_colons(hear(text, language), language)
    if not any(character.isalnum() for character in heard.text):
        return ask("I didn't catch that.", 1.0)
    scene = Scene(now, time_zone, known, language)
    unfinished = trails_off(text, language) or _must_go_on(heard, language)
    meant, repaired = _repaired(heard, language)
    reading = _read_all(meant, scene)
    if reading is None or reading.confidence < _LEAST_CONFIDENCE:
        return unsupported.out_of_reach(heard, language) or _NOT_A_COMMAND
    confidence = reading.confidence - (_MISHEARD_COSTS if repaired else 0)
    # "... call Sarah this" waits for the day; "what's next" does not.
    making = any(isinstance(action, CreateTask) for action in reading.actions)
    unfinished = unfinished or (making and bool(language.commands.before_a_day.search(heard.mask)))
    reading = cautious(reading, heard, language, unfinished=unfinished, known=known)
    return msgspec.structs.replace(
        reading, confidence=round(confidence, 3), complete=not unfinished
    )


def warm_up(language: Language) -> None:
    """Compile all templates and read one sentence, so that the first real one is fast, too."""
    for sentence in language.sentences:
        _ = sentence.patterns
    zone = ZoneInfo("UTC")
    now = datetime(2026, 1, 1, tzinfo=zone)
    interpret(language.example, language=language, now=now, time_zone=zone, known=Known())


def _must_go_on(heard: Words, language: Language) -> bool:
    # "What does my week look like" is whole; "remind me to look for something like" is not.
    return bool(
        language.unfinished.search(" " + heard.mask)
    ) and not language.commands.look_like.search(heard.mask)


def _repaired(heard: Words, language: Language) -> tuple[Words, bool]:
    for pattern, meant in language.misheard:
        found = pattern.match(" " + heard.mask)
        if found:
            rest = heard.slice(max(found.end() - 1, 0))
            return Words(meant + rest.text, meant + rest.mask), True
    return heard, False


def _read_all(words: Words, scene: Scene) -> CommandPlan | None:
    """One command, or several in one sentence when each of them is beyond doubt."""
    language = scene.language
    words = _without_thanks(words, language)
    bare = _without_politeness(words, language)
    parts = _commands(bare, language)
    if len(parts) > 1:
        readings = [_read_one(part, part, scene) for part in parts]
        certain = [r for r in readings if r and r.outcome == "planned" and r.confidence >= 0.9]  # noqa: PLR2004
        if len(certain) == len(parts) and not any(_says_it(part, language) for part in parts[1:]):
            return CommandPlan(
                outcome="planned",
                actions=[action for r in certain for action in r.actions],
                confidence=min(r.confidence for r in certain),
                complete=certain[-1].complete,
            )
    return _read_one(words, bare, scene)


def _commands(words: Words, language: Language) -> list[Words]:
    cuts = [0]
    for found in language.commands.joint.finditer(" " + words.mask):
        start = found.end() - 1
        joined = language.commands.joins.search(found[0])
        if start > 0 and joined and language.openers.match(" " + words.mask[start:]):
            cuts.append(start)
    pieces = [words.slice(a, b) for a, b in zip(cuts, [*cuts[1:], None], strict=True)]
    return [_without_politeness(_without_and(piece, language), language) for piece in pieces]


def _without_and(piece: Words, language: Language) -> Words:
    ending = language.commands.joint_at_end.search(piece.mask)
    return piece.slice(0, ending.start()) if ending else piece


def _says_it(words: Words, language: Language) -> bool:
    return bool(language.commands.says_it.search(words.mask))


def _without_politeness(words: Words, language: Language) -> Words:
    while found := language.before.match(" " + words.mask):
        rest = words.slice(found.end() - 1).strip()
        if not rest.text:
            break
        words = rest
    return _without_thanks(words, language)


def _without_thanks(words: Words, language: Language) -> Words:
    after = language.after.search(" " + words.mask)
    if after and after.start() > 1:
        words = words.slice(0, after.start() - 1).strip()
    return words


def _read_one(words: Words, bare: Words, scene: Scene) -> CommandPlan | None:
    return read_repeating(bare, scene, _once) or _read_plain(words, bare, scene)


def _read_plain(words: Words, bare: Words, scene: Scene) -> CommandPlan | None:
    language = scene.language
    try:
        for said in dict.fromkeys((words, bare)):
            reading = best_reading(said, scene)
            if reading is not None:
                return reading
        turned = _time_last(bare, scene)
        reading = best_reading(turned, scene) if turned else None
    except NoSuchDateError as problem:
        return ask(str(problem), 0.95)
    except RepeatingError:
        once = _once(unsupported.without_repeats(bare, language), scene)
        return unsupported.repeating(bare, once, language)
    if reading is None and unsupported.is_repeating(bare, language):
        return unsupported.repeating(bare, None, language)
    return reading


def _once(words: Words, scene: Scene) -> CommandPlan | None:
    """What the words mean when they are said of one day."""
    try:
        turned = _time_last(words, scene)
        return best_reading(words, scene) or (best_reading(turned, scene) if turned else None)
    except (NoSuchDateError, RepeatingError):
        return None


def _time_last(words: Words, scene: Scene) -> Words | None:
    """The words with the time at the end, when they begin with it: "At three remind me to ..."."""
    language = scene.language
    phrases = find_phrases(words.mask[:80], scene.now.replace(tzinfo=None), language)
    for phrase in reversed(phrases[:3]):
        time, rest = words.slice(0, phrase.end).strip(), words.slice(phrase.end).strip()
        if (
            rest.text
            and language.openers.match(" " + _without_politeness(rest, language).mask)
            and read_when(time, scene.now, language)
        ):
            return _without_politeness(rest, language).then(time)
    return None
