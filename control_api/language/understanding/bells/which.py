"""Which timer or alarm is meant: by its name, its length, its time, or as the only one."""

from datetime import datetime

from control_api.engine.plan import CommandPlan
from control_api.language.times.date_checks import NoSuchDateError
from control_api.language.times.durations import find_duration
from control_api.language.understanding.bells.alarm_times import SaidWhen, clocks_of, read_said
from control_api.language.understanding.names import is_it
from control_api.language.understanding.scene import Scene, answer, ask
from control_api.language.wording.bell_words import bell_name, say_when_it_rings
from control_api.language.wording.phrasing import NAMED_AT_MOST
from control_api.language.wording.repeat_words import say_repeat
from control_api.language.words.language import Language
from control_api.language.words.pronunciation import sound, words_of
from control_api.language.words.sentence import Words
from control_api.time.due_times import local
from control_api.time.rings import is_over, next_ring, ringing_since
from shared.actions import Action
from shared.bell_actions import DeleteAlarm, DeleteTimer, StopBell
from shared.bells import Alarm, Bell, BellKind, Timer

_NOON, _EVENING = 12, 17
_CERTAIN = 0.95


def live_bells(scene: Scene, kind: BellKind | None) -> list[Bell]:
    """The bells of a kind that ring or will."""
    return [
        bell
        for bell in scene.known.bells
        if kind in {None, bell.KIND} and not is_over(bell, scene.zone, scene.now)
    ]


def ringing_bells(scene: Scene) -> list[Bell]:
    """Those that ring now."""
    return [bell for bell in scene.known.bells if ringing_since(bell, scene.zone, scene.now)]


def find_bell(said: Words | None, scene: Scene, kind: BellKind) -> Bell | CommandPlan:
    """The one bell meant, or the question or refusal to answer with."""
    bells = live_bells(scene, kind)
    if not bells:
        none = "timer-none" if kind == "timer" else "alarm-none"
        return answer(scene.language.say(none), _CERTAIN)
    if said is None or names_nothing(said, scene.language):
        return _unnamed(bells, scene)
    fitting = fitting_bells(said, bells, scene)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        return _ask_which(fitting, scene)
    name = bare(said, scene.language)
    there = _listed(_told_apart(bells, scene)[:NAMED_AT_MOST], "bells-and", scene.language)
    return ask(scene.language.say(f"bell-none-called-{kind}", name=name, names=there))


def names_nothing(said: Words, language: Language) -> bool:
    """Whether the words say nothing of which one it is: "it", "the"."""
    return is_it(said.text, language) or bool(language.bells.nothing.fullmatch(said.mask.lower()))


def fitting_bells(said: Words, bells: list[Bell], scene: Scene) -> list[Bell]:
    """Those that the words may name."""
    language = scene.language
    name = bare(said, language)
    wanted = _forms(name, language)
    named = [
        bell for bell in bells if bell.label and wanted and wanted <= _forms(bell.label, language)
    ]
    if named:
        exact = [bell for bell in named if bell.label.lower() == name.lower()]
        return exact or named
    length = find_duration(said.mask, language)
    if length is not None:
        return [b for b in bells if isinstance(b, Timer) and b.seconds == length.seconds]
    alarms = [bell for bell in bells if isinstance(bell, Alarm)]
    repeating = [alarm for alarm in alarms if wanted <= _said_forms(alarm, language)]
    if repeating or not alarms:
        return [*repeating]
    if part := language.calendar.part_of_day.fullmatch(name):
        named_part = language.times.parts[part[0].lower()]
        return [alarm for alarm in alarms if _is_in_part(_shown(alarm, scene), named_part)]
    when = _when(said, scene)
    return [alarm for alarm in alarms if when is not None and rings_then(alarm, when, scene)]


def ended(bell: Bell, scene: Scene) -> Action:
    """What cancels a bell, or silences it when it rings."""
    if bell in ringing_bells(scene):
        return StopBell(bell.id)
    return DeleteTimer(bell.id) if isinstance(bell, Timer) else DeleteAlarm(bell.id)


def rings_then(alarm: Alarm, said: SaidWhen, scene: Scene) -> bool:
    """Whether the alarm rings next at the time of day, in the part of it, or on the day said."""
    shown, when = _shown(alarm, scene), said.when
    if when.day is not None and not when.day <= shown.date() <= (when.last_day or when.day):
        return False
    if said.names_hour:
        return shown.time().replace(second=0) in clocks_of(when, wakes=True)
    return when.day is not None if when.part is None else _is_in_part(shown, when.part)


def bare(said: Words, language: Language) -> str:
    """The name alone: without "the", and without "timer"."""
    text = language.bells.leading.sub("", said.text.strip())
    while (shorter := language.bells.trailing.sub("", text)) != text:
        text = shorter
    return text.strip(" ,.!?\"'")


def _unnamed(bells: list[Bell], scene: Scene) -> Bell | CommandPlan:
    ringing = [bell for bell in bells if bell in ringing_bells(scene)]
    if len(ringing) == 1:
        return ringing[0]
    if len(bells) == 1:
        return bells[0]
    mentioned = scene.known.mentioned[:1]
    latest = next((bell for bell in bells if bell.id in mentioned), None)
    return latest or _ask_which(bells, scene)


def _ask_which(bells: list[Bell], scene: Scene) -> CommandPlan:
    language, names = scene.language, _told_apart(bells, scene)
    if len(names) == 1:
        return ask(language.say("bell-which-of-a-name", name=names[0], count=len(bells)))
    named = _listed(names[:NAMED_AT_MOST], "bells-or", language)
    return ask(language.say("bell-which", names=named))


def _told_apart(bells: list[Bell], scene: Scene) -> list[str]:
    """What tells them apart, each once."""
    return list(dict.fromkeys(_name_apart(bell, scene) for bell in bells))


def _name_apart(bell: Bell, scene: Scene) -> str:
    if isinstance(bell, Alarm) and not bell.label:
        rings = say_when_it_rings(bell, scene.now, scene.zone, scene.language)
        return scene.language.say("bell-that-rings", rings=rings)
    return bell_name(bell, scene.language)


def _listed(names: list[str], joined: str, language: Language) -> str:
    """One after the other; `joined` is the message for more than one."""
    *first, last = names
    return language.say(joined, names=", ".join(first), last=last) if first else last


def _forms(text: str, language: Language) -> set[str]:
    return {sound(word, language) for word in words_of(text, language)}


def _said_forms(alarm: Alarm, language: Language) -> set[str]:
    """The words that say how it repeats: "weekday"."""
    return _forms(say_repeat(alarm.repeat, language), language) if alarm.repeat else set()


def _shown(alarm: Alarm, scene: Scene) -> datetime:
    at = next_ring(alarm, scene.zone, scene.now)
    return datetime.fromisoformat(alarm.at) if at is None else local(at, scene.zone)


def _when(said: Words, scene: Scene) -> SaidWhen | None:
    name = bare(said, scene.language)
    try:
        return read_said(Words(name, name), scene)
    except NoSuchDateError:
        return None


def _is_in_part(shown: datetime, part: str) -> bool:
    if part == "morning":
        return shown.hour < _NOON
    if part in {"afternoon", "lunch"}:
        return _NOON <= shown.hour < _EVENING
    return shown.hour >= _EVENING
