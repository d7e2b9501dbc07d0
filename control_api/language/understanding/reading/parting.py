"""Clauses that are told, not asked for, beside others: "the linen is ordered and Bob paints ...".

What asks for something begins like a command, and is cut there. What is told begins in any words:
so all joints are tried, and a breath is parted where every piece makes sense by itself.
"""

from collections.abc import Callable
from datetime import date

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.cutting.items import is_errand
from control_api.language.cutting.sentences import commands_of
from control_api.language.times.said_times import find_times
from control_api.language.understanding.fields.assigning import begins_with_a_person
from control_api.language.understanding.fields.details import added, begins_a_detail
from control_api.language.understanding.reading.clauses import read_of_each, says_why, together
from control_api.language.understanding.reading.growing import grown, with_ids
from control_api.language.understanding.reading.surroundings import without_politeness
from control_api.language.understanding.scene import Scene
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words
from shared.actions import CreateTask, Redo, Undo

Read = Callable[[Words, Scene], CommandPlan | None]

_MOST_JOINTS = 7
_SEVERAL = 2
_SHORTEST, _LONGEST = 3, 60
"""Words."""
_SOUND, _SOUND_WITH_A_TIME = 0.8, 0.6


def read_parted(bare: Words, scene: Scene, read: Read) -> CommandPlan | None:
    """What the clauses mean together; None where the breath is not parted so."""
    pieces = _pieces(bare, scene)
    if pieces is None:
        return None
    readings = _Parting(bare, pieces, read, set()).readings(0, scene, None)
    if len(readings) < _SEVERAL or not _tells_of_more(readings):
        return None
    return together(readings)


class _Piece(msgspec.Struct, frozen=True):
    """Between two joints."""

    start: int
    end: int


class _Parting(msgspec.Struct, frozen=True):
    """The search for a way to part a breath."""

    bare: Words
    pieces: list[_Piece]
    read: Read
    hopeless: set[int]
    """Pieces from which on there is no way."""

    def readings(
        self, place: int, scene: Scene, day: date | None, before: CommandPlan | None = None
    ) -> list[CommandPlan]:
        """Of each clause from a piece on, the shortest that make sense first; empty for no way."""
        for last in range(place, len(self.pieces)) if place not in self.hopeless else ():
            said = self.bare.slice(self.pieces[place].start, self.pieces[last].end).strip()
            clause = _on_the_day(without_politeness(said, scene.language), day, scene)
            if last > place and len(commands_of(clause, scene.language)) > 1:
                break  # another command begins in it
            reading = self._sound(clause, scene)
            if before is not None and says_why(clause, before.actions, scene):
                reading = CommandPlan(outcome="planned", confidence=1.0)
            if reading is None:
                continue
            if last == len(self.pieces) - 1:
                return [reading]
            rest = self.readings(
                last + 1, grown(scene, reading.actions), _day_of(clause, scene) or day, reading
            )
            if rest:
                return [reading, *rest]
        self.hopeless.add(place)
        return []

    def _sound(self, clause: Words, scene: Scene) -> CommandPlan | None:
        if not _may_be_a_clause(clause, scene):
            return None
        reading = read_of_each(clause, scene, self.read)
        if reading is None and _is_named_then(clause, scene):
            reading = self.read(added(clause, scene), scene)  # "at one lunch with Ben"
        if reading is None or not _is_sound(reading):
            return None
        return msgspec.structs.replace(reading, actions=with_ids(reading.actions))


def _pieces(bare: Words, scene: Scene) -> list[_Piece] | None:
    """What stands between the joints; None for a breath in which no clause follows another."""
    commands = scene.language.commands
    joints = [
        found
        for found in commands.joint.finditer(" " + bare.mask)
        if found.start() > 1 and commands.joins.search(found[0])
    ]
    if not 0 < len(joints) <= _MOST_JOINTS or len(bare.mask.split()) > _LONGEST:
        return None
    ends = [found.start() - 1 for found in joints[1:]]
    following = [
        bare.slice(found.end() - 1, end).strip()
        for found, end in zip(joints, [*ends, len(bare.mask)], strict=True)
    ]
    if not any(_may_be_a_clause(piece, scene) for piece in following):
        return None
    inside = [(each.start, each.end) for each in find_times(bare.mask, scene.now, scene.language)]
    edges = [0]
    for found in joints:
        before, after = found.start() - 1, found.end() - 1
        # "À six heures et demie" is one time, and "..., it takes an hour" says more of the same.
        in_one = any(start < after and before < end for start, end in inside)
        if not in_one and not _is_a_detail(bare, before, after, scene.language):
            edges += [before, after]
    edges.append(len(bare.mask))
    return [_Piece(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _is_a_detail(bare: Words, before: int, after: int, language: Language) -> bool:
    is_comma = bare.mask[before:after].strip() == ","
    if is_comma and language.commands.detail.match(bare.mask, after):
        return True
    return begins_a_detail(bare, before, after, language)


def _on_the_day(piece: Words, day: date | None, scene: Scene) -> Words:
    """With the day that was said before, where it begins with a time of day: "and at one ..."."""
    first = next(iter(find_times(piece.mask, scene.now, scene.language)), None)
    if day is None or first is None or first.start or first.day or first.clock is None:
        return piece
    then = f"{scene.language.repeating.on_day}{day.isoformat()}"
    return Words(then, then).then(piece)


def _day_of(piece: Words, scene: Scene) -> date | None:
    times = find_times(piece.mask, scene.now, scene.language)
    return times[0].day if times else None


def _may_be_a_clause(piece: Words, scene: Scene) -> bool:
    language = scene.language
    if not piece.mask:
        return False
    if language.openers.match(" " + piece.mask) or language.commands.clause.match(piece.mask):
        return True
    return (
        is_errand(piece, language, are_things=False)
        or begins_with_a_person(piece, scene)
        or _begins_with_a_time(piece, scene)
    )


def _begins_with_a_time(piece: Words, scene: Scene) -> bool:
    if len(piece.mask.split()) < _SHORTEST:
        return False
    first = next(iter(find_times(piece.mask, scene.now, scene.language)), None)
    return first is not None and first.start == 0 and first.end < len(piece.mask)


def _is_named_then(clause: Words, scene: Scene) -> bool:
    """Whether something is no more than named behind its time: "at one lunch with Ben"."""
    first = next(iter(find_times(clause.mask, scene.now, scene.language)), None)
    has_clock = first is not None and first.clock is not None
    is_told = scene.language.commands.tells.match(clause.mask)
    return has_clock and _begins_with_a_time(clause, scene) and not is_told


def _is_sound(reading: CommandPlan) -> bool:
    if reading.outcome != "planned":
        return False
    if any(isinstance(each, Undo | Redo) for each in reading.actions):
        return False
    made = [each for each in reading.actions if isinstance(each, CreateTask)]
    if any("," in each.title for each in made):
        return False  # it holds more than one thing
    dated = bool(made) and all(each.due for each in made)
    return reading.confidence >= (_SOUND_WITH_A_TIME if dated else _SOUND)


def _tells_of_more(readings: list[CommandPlan]) -> bool:
    """Whether it is no row of things that one makes: those are parted by what they are."""
    actions = [action for each in readings for action in each.actions]
    made = [each for each in actions if isinstance(each, CreateTask)]
    if len(made) < len(actions) or any(each.assignees for each in made):
        return True
    return all(each.due or each.project for each in made)
