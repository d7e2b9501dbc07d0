"""Several clauses in one breath: each is read in a scene that holds what those before it made.

All of them are done or none: one that can't be read makes the whole a question that names it.
"""

from collections.abc import Callable

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.cutting.sentences import crosses_sentences
from control_api.language.times.said_times import find_times
from control_api.language.understanding.fields.meant import IT
from control_api.language.understanding.places import heard
from control_api.language.understanding.reading.growing import grown, with_ids, without_unused_ids
from control_api.language.understanding.scene import SOON_S, Scene, ask
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.actions import Action, CreateTask, DeleteTask, ListTasks, Undo

Read = Callable[[Words, Scene], CommandPlan | None]

_CERTAIN = 0.9
"""From this confidence on somebody speaks to Saydo, and what is beside it was meant for it, too."""
_LONGEST_CLAUSE_SAID = 60
MANY = 4
"""Clauses that begin like commands."""
_STOP = "."


def of_last_turn(words: Words, scene: Scene) -> Scene:
    """The scene in which "both" are the tasks that were named last, all of which were read out."""
    turn = scene.last_turn(SOON_S)
    if turn is None or scene.made or not scene.language.clauses.them.search(words.mask):
        return scene
    ids = [each for each in heard(turn) if each in scene.known.open_by_id]
    if not 1 < len(ids) == len(turn.tasks):
        return scene
    return msgspec.structs.replace(scene, made=ids)


class _Clause(msgspec.Struct, frozen=True):
    """A clause and what it means."""

    words: Words
    reading: CommandPlan
    before: Scene
    """In which it was read."""


class _Told(msgspec.Struct, frozen=True):
    """What became of the clauses."""

    done: list[_Clause]
    troubles: list[tuple[Words, CommandPlan | None]]
    """Those that can't be done, and why; None for what could not be read."""
    answers: list[CommandPlan]
    """To small talk, which asks for nothing."""

    @property
    def only_asks(self) -> bool:
        """Whether what can be done changes nothing, so that what is beside it does no harm."""
        actions = [action for clause in self.done for action in clause.reading.actions]
        return bool(actions) and all(isinstance(action, ListTasks) for action in actions)

    @property
    def is_for_saydo(self) -> bool:
        """Whether one of them is a command beyond doubt, be it one that can't be done."""
        readings = [clause.reading for clause in self.done]
        readings += [reading for _, reading in self.troubles if reading is not None]
        return any(each.confidence >= _CERTAIN for each in readings)


def read_in_turn(
    parts: list[Words],
    whole: Words | None,
    scene: Scene,
    read: Read,
    read_loosely: Read | None = None,
) -> CommandPlan | None:
    """What the clauses mean together; None where they are no commands.

    `whole` is all of them where they are sentences: one may go on after a full stop. None where
    each must be sound by itself. `read_loosely` is asked for a sentence that neither `read` knows
    nor the one before it goes on with.
    """
    first, told = scene, _Told([], [], [])
    for part in parts:
        reading = read_of_each(part, scene, read)
        if told.done and says_why(part, told.done[-1].reading.actions, scene):
            continue
        if not _is_sound(reading) and told.done and whole is not None:
            continued = _continued(told.done[-1], part, read)
            if continued is not None:
                told.done[-1] = continued
                scene = grown(continued.before, continued.reading.actions)
                continue
        if reading is None and read_loosely is not None:
            reading = read_loosely(part, scene)
        if reading is not None and _is_sound(reading):
            scene = _with(told, part, reading, scene)
        elif whole is None:
            return None
        elif reading is not None and reading.outcome == "answered":
            told.answers.append(reading)
        else:
            told.troubles.append((part, reading))
    return _of_all(told, whole, first, read)


def _with(told: _Told, part: Words, reading: CommandPlan, scene: Scene) -> Scene:
    """Count a clause as done; the scene after it."""
    reading = msgspec.structs.replace(reading, actions=with_ids(reading.actions))
    told.done.append(_Clause(part, reading, scene))
    return grown(scene, reading.actions)


def read_of_many(parts: list[Words], scene: Scene, read: Read) -> CommandPlan | None:
    """What `MANY` clauses mean, or the question for the first that can't be done.

    None where none of them is a command beyond doubt. So many are no single errand, which is not
    looked for: reading them again as a whole takes longer than all else.
    """
    told = _Told([], [], [])
    for part in parts:
        reading = read_of_each(part, scene, read)
        if told.done and says_why(part, told.done[-1].reading.actions, scene):
            continue
        if reading is not None and _is_sound(reading):
            scene = _with(told, part, reading, scene)
        elif reading is None or reading.outcome != "answered":
            told.troubles.append((part, reading))
        if told.troubles and told.is_for_saydo:
            return _question(*told.troubles[0], scene.language)
    return together([clause.reading for clause in told.done]) if told.is_for_saydo else None


def _of_all(told: _Told, whole: Words | None, scene: Scene, read: Read) -> CommandPlan | None:
    if not told.troubles and told.done:
        return together([clause.reading for clause in told.done])
    if told.only_asks and not any(reading for _, reading in told.troubles):
        return together([clause.reading for clause in told.done])
    if not told.done and not any(reading for _, reading in told.troubles):
        return told.answers[-1] if told.answers else None
    if whole is None or not told.is_for_saydo:
        return None
    at_once = read(whole, scene)
    if at_once is not None and _is_sound(at_once) and not _crosses(at_once, scene.language):
        return at_once
    # What has an answer of its own tells more than what could not be read.
    part, reading = next((each for each in told.troubles if each[1]), told.troubles[0])
    return _question(part, reading, scene.language)


def read_of_each(part: Words, scene: Scene, read: Read) -> CommandPlan | None:
    """What a clause means; "them" is each of the tasks that were just made."""
    them = scene.language.clauses.them.search(part.mask)
    if len(scene.made) < 2 or them is None:  # noqa: PLR2004
        return read(part, scene)
    if not scene.language.names.pronoun.fullmatch(them[0]):
        part = part.slice(0, them.start()).then(IT).then(part.slice(them.end()))
        part = part.strip()
    readings = []
    for task_id in scene.made:
        known = msgspec.structs.replace(scene.known, mentioned=[task_id, *scene.known.mentioned])
        reading = read(part, msgspec.structs.replace(scene, known=known))
        if reading is None or not _is_sound(reading) or _makes_others(reading):
            return reading
        readings.append(reading)
    if all(each.actions == readings[0].actions for each in readings):
        return readings[0]  # it says "them" of something else
    return together(readings)


def says_why(part: Words, before: list[Action], scene: Scene) -> bool:
    """Whether it says no more than why something was deleted: "we don't need them any more"."""
    if not any(isinstance(action, DeleteTask) for action in before):
        return False
    commands = scene.language.commands
    return bool(
        commands.says_it.search(part.mask) and commands.remark.fullmatch(f", {part.mask}")
    ) and not find_times(part.mask, scene.now, scene.language)


def _makes_others(reading: CommandPlan) -> bool:
    """Whether it makes tasks that are no parts of those there are: it is not about them then."""
    return any(isinstance(each, CreateTask) and each.parent_id is None for each in reading.actions)


def together(readings: list[CommandPlan]) -> CommandPlan:
    """All that the readings ask for, as one."""
    actions: list[Action] = [action for each in readings for action in each.actions]
    if len(actions) > 1 and all(isinstance(each, Undo) for each in actions):
        actions = actions[:1]  # "that was wrong, undo that"
    return CommandPlan(
        outcome="planned",
        actions=without_unused_ids(actions),
        confidence=min(each.confidence for each in readings),
        complete=readings[-1].complete,
        names_all=all(each.names_all for each in readings),
        is_sure=all(each.is_sure for each in readings),
        # One that was guessed makes the whole a guess.
        reader=next((each.reader for each in readings if each.reader != "sentences"), "sentences"),
    )


def _continued(last: _Clause, part: Words, read: Read) -> _Clause | None:
    """The clause before with this one as its end: "Call Sarah. Tomorrow at three."."""
    stop = Words(_STOP, _STOP)
    words = Words(last.words.text + stop.text, last.words.mask + stop.mask).then(part)
    reading = read(words, last.before)
    if reading is None or not _is_sound(reading) or _crosses(reading, last.before.language):
        return None
    return _Clause(
        words,
        msgspec.structs.replace(reading, actions=with_ids(reading.actions)),
        last.before,
    )


def _is_sound(reading: CommandPlan | None) -> bool:
    return reading is not None and reading.outcome == "planned"


def _crosses(reading: CommandPlan, language: Language) -> bool:
    return any(
        isinstance(action, CreateTask) and crosses_sentences(action.title, language)
        for action in reading.actions
    )


def unread(part: Words, language: Language) -> CommandPlan:
    """The question for a clause that can't be read, where the others can."""
    return ask(language.say("clause-not-read", said=_shortly(part)), _CERTAIN)


def _question(part: Words, reading: CommandPlan | None, language: Language) -> CommandPlan:
    if reading is None or not reading.reply:
        return unread(part, language)
    reply = f"{reading.reply} {language.say('clause-not-done', said=_shortly(part))}"
    return msgspec.structs.replace(reading, actions=[], reply=reply)


def _shortly(part: Words) -> str:
    if len(part.text) <= _LONGEST_CLAUSE_SAID:
        return part.text
    return f"{part.text[:_LONGEST_CLAUSE_SAID].rsplit(' ', 1)[0]} ..."
