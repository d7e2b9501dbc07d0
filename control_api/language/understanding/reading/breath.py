"""All that is said in one breath: one command, several, or several things in one."""

from control_api.engine.plan import CommandPlan
from control_api.language.cutting.errands import errands_of
from control_api.language.cutting.sentences import (
    commands_of,
    sentences_of,
)
from control_api.language.times.date_checks import NoSuchDateError
from control_api.language.times.phrases import read_when
from control_api.language.understanding.fields.details import begins_a_detail
from control_api.language.understanding.reading.clauses import (
    MANY,
    Read,
    of_last_turn,
    read_in_turn,
    read_of_each,
    read_of_many,
    unread,
)
from control_api.language.understanding.reading.corrected import read_corrected
from control_api.language.understanding.reading.learned import learned_reading
from control_api.language.understanding.reading.objects import read_of_several
from control_api.language.understanding.reading.parting import read_parted
from control_api.language.understanding.reading.plainly import BEYOND_DOUBT, read_one
from control_api.language.understanding.reading.remarks import (
    after_asides,
    without_remark,
    without_trailing,
)
from control_api.language.understanding.reading.surroundings import (
    without_politeness,
    without_thanks,
)
from control_api.language.understanding.reading.topics import about_one, after_a_statement
from control_api.language.understanding.repeats.repeating import (
    MOST_AT_ONCE,
    ask_for_fewer,
)
from control_api.language.understanding.scene import Scene
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.actions import CompleteTask, CreateTask, UpdateTask

_LEAST_OF_ERRANDS = 0.6
_LESS_WHERE_TOLD = 0.1


def read_all(words: Words, scene: Scene) -> CommandPlan | None:
    """One command, or several in one breath."""
    if corrected := read_corrected(words, scene, _read_sentence):
        return corrected
    if meant := about_one(words, scene, _read_sentence):
        return meant
    parts = sentences_of(words, scene.language)
    if len(parts) > 1:
        reading = read_in_turn(parts, words, scene, _read_sentence, learned_reading)
        if reading is not None:
            return reading
    said = parts[0] if len(parts) == 1 else words
    both = of_last_turn(said, scene)
    reading = read_of_each(said, both, _read_plainly) if both != scene else None
    if reading is not None and reading.outcome == "planned":
        return reading
    reading = after_a_statement(said, scene, _read_sentence) or _read_sentence(said, scene)
    return without_trailing(said, reading, scene) or reading


def _read_sentence(words: Words, scene: Scene) -> CommandPlan | None:
    """One command, or several when each of them is beyond doubt."""
    language = scene.language
    words = without_thanks(words, language)
    bare = without_politeness(words, language)
    parts = _with_their_time(commands_of(bare, language), scene)
    parts = [without_politeness(part, language) for part in parts]
    if len(parts) >= MANY and (reading := read_of_many(parts, scene, _read_clause)):
        return reading
    several = _certain(parts, scene, _read_clause, BEYOND_DOUBT)
    if several is None:
        several = _with_what_is_said_of_them(bare, len(parts), scene)
    if several is None:
        several = read_parted(bare, scene, _read_plainly)
    if several is None and not (_is_told(bare, language) or _has_a_start(bare, language)):
        several = _errands(bare, scene)
    if several is not None:
        return several
    if (plain := without_remark(bare, scene)) is not None:
        return plain
    reading = read_one(words, bare, scene)
    if reading is None and (meant := after_asides(parts, scene)) is not None:
        return meant
    if len(parts) > 1 and reading is not None and _renames_to(parts[-1], reading):
        return unread(parts[-1], language)
    return _of_several(bare, reading, scene) or reading


def _with_what_is_said_of_them(bare: Words, least: int, scene: Scene) -> CommandPlan | None:
    """Commands and statements about their tasks: "add a tent, the tent is high priority"."""
    language = scene.language
    cuts = commands_of(bare, language, states=True)
    if len(cuts) <= least:
        return None
    end = len(cuts[0].mask)
    second = bare.mask.find(cuts[1].mask, end)
    if begins_a_detail(bare, end, second, language) or _is_only_details(cuts[1], language):
        return None
    parts = [without_politeness(part, language) for part in _with_their_time(cuts, scene)]
    return _certain(parts, scene, _read_clause, BEYOND_DOUBT)


def _is_only_details(clause: Words, language: Language) -> bool:
    """Whether it names no task, but has several details of one: "due Wednesday, high priority".

    Read by itself it would be about what else is due on Wednesday.
    """
    commands = language.commands
    begins = commands.detail.match(clause.mask) and not commands.says_it.match(clause.mask)
    return bool(begins) and commands.comma.search(clause.mask) is not None


def _with_their_time(parts: list[Words], scene: Scene) -> list[Words]:
    """The commands, the first with the time that it begins with: "at eight, remind me to ..."."""
    if len(parts) < 2 or not _is_time(parts[0], scene):  # noqa: PLR2004
        return parts
    return [parts[0].then(parts[1]), *parts[2:]]


def _is_time(words: Words, scene: Scene) -> bool:
    try:
        return read_when(words, scene.now, scene.language) is not None
    except NoSuchDateError:
        return False


def _is_told(words: Words, language: Language) -> bool:
    """Whether this says what was done, not what is to do: "got the milk and the eggs"."""
    first = words.mask.split(maxsplit=1)[0].lower() if words.mask.strip() else ""
    return language.past.get(first, first) != first


def _has_a_start(words: Words, language: Language) -> bool:
    """Whether one of two days is when it begins, and so no day of another: "start on Monday"."""
    start = language.fields.details.get("start")
    return start is not None and start.search(words.mask) is not None


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
    return read_one(words, words, scene)


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
