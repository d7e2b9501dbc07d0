"""Sentences about timers."""

from collections.abc import Callable

from control_api.engine.plan import CommandPlan
from control_api.language.times.durations import find_duration, read_duration
from control_api.language.understanding.bells.which import (
    bare,
    ended,
    find_bell,
    fitting_bells,
    live_bells,
    names_nothing,
    ringing_bells,
)
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import SOON_S, Scene, ask, plan
from control_api.language.words.language import Language
from control_api.language.words.sentence import Slots, Words
from shared.actions import Action
from shared.bell_actions import (
    CreateTimer,
    ListBells,
    SnoozeBell,
    UpdateAlarm,
    UpdateTimer,
)
from shared.bells import LONGEST_TIMER_S, Timer

_LONGEST_LABEL_WORDS = 6
_SAYS_SET = 0.9
"""Below this confidence no word says that something is to be set."""
_A_MINUTE_S = 60


def set_one(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A timer is started; one without a length is asked about."""
    words = scene.language.bells
    if confidence < _SAYS_SET and words.begins_otherwise.match(slots["said"].mask):
        return None
    made = _made(slots.get("label"), slots.get("length"), scene)
    if isinstance(made, CommandPlan) and confidence < _SAYS_SET and _is_errand(slots, scene):
        return None  # "buy a timer"
    return made if made is None or isinstance(made, CommandPlan) else plan(made, confidence)


def set_two(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Two are started at once."""
    lengths = _two_lengths(slots, scene.language)
    actions: list[Action] = []
    for name, length in (("label", lengths[0]), ("label_b", lengths[1])):
        made = _made(slots.get(name), length, scene)
        if not isinstance(made, CreateTimer):
            return None
        actions.append(made)
    return CommandPlan(outcome="planned", actions=actions, confidence=confidence)


def left(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """How long one goes on, or all."""
    said = slots.get("bell")
    if not live_bells(scene, "timer"):
        return plan(ListBells(kind="timer"), confidence)
    if said is None or names_nothing(said, scene.language):
        return plan(ListBells(kind="timer"), confidence)
    found = find_bell(said, scene, "timer")
    return (
        found if isinstance(found, CommandPlan) else plan(ListBells(bell_id=found.id), confidence)
    )


def list_all(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Which there are."""
    del slots, scene
    return plan(ListBells(kind="timer"), confidence)


def add(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """More time; of what rings as an alarm, a while to sleep on."""
    language, length = scene.language, slots["length"]
    if "unit" in slots:
        length = length.then(slots["unit"])
    seconds = read_duration(length.text, language)
    if seconds is None:
        seconds = read_duration(language.bells.one + length.text, language)  # "another minute"
    if seconds is None or not language.bells.more.search(slots["said"].mask):
        return None
    said = slots.get("bell")
    if said is None and not scene.known.bells:
        return None
    ringing = [bell for bell in ringing_bells(scene) if not isinstance(bell, Timer)]
    if said is None and ringing and not live_bells(scene, "timer"):
        return plan(SnoozeBell(ringing[0].id, max(1, seconds // _A_MINUTE_S)), confidence)
    return _on_timer(said, scene, confidence, lambda timer: UpdateTimer(timer.id, add_s=seconds))


def add_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Loose ways to say it, when there is such a timer."""
    return add(slots, scene, confidence) if _is_known(slots, scene) else None


def less(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Less time."""
    seconds = read_duration(slots["length"].text, scene.language)
    if seconds is None:
        return None
    return _on_timer(
        slots.get("bell"), scene, confidence, lambda timer: UpdateTimer(timer.id, add_s=-seconds)
    )


def set_to(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Another length from now on, or its own once more."""
    said = slots.get("length")
    seconds = read_duration(said.text, scene.language) if said else None
    if said is not None and seconds is None:
        return None
    return _on_timer(
        slots.get("bell"),
        scene,
        confidence,
        lambda timer: UpdateTimer(timer.id, left_s=seconds or timer.seconds),
    )


def set_it_to(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The timer that was just spoken of runs for so long: "make it fifteen", minutes as before."""
    said, turn = slots["length"], scene.last_turn(SOON_S)
    if turn is None or not turn.text or not scene.is_bell_mentioned():
        return None
    length = _with_unit(said, Words(turn.text, turn.text), scene.language)
    return set_to({"length": length, "said": slots["said"]}, scene, confidence)


def pause(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """It waits."""
    return _paused(slots, scene, confidence, is_paused=True)


def pause_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Loose ways to say it, when there is such a timer."""
    return pause(slots, scene, confidence) if _is_known(slots, scene) else None


def resume(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """It goes on."""
    return _paused(slots, scene, confidence, is_paused=False)


def resume_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Loose ways to say it, when there is such a timer."""
    return resume(slots, scene, confidence) if _is_known(slots, scene) else None


def cancel(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """It is over: without a sound, or the one it makes."""
    actions: list[Action] = []
    for name in ("bell", "bell_b") if "bell_b" in slots else ("bell",):
        found = find_bell(slots.get(name), scene, "timer")
        if isinstance(found, CommandPlan):
            return found
        actions.append(ended(found, scene))
    return CommandPlan(outcome="planned", actions=actions, confidence=confidence)


def cancel_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Loose ways to say it, when there is such a timer."""
    return cancel(slots, scene, confidence) if _is_known(slots, scene) else None


def cancel_it(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """What was set last in this conversation, when that is a timer or alarm."""
    del slots
    mentioned = scene.known.mentioned[:1]
    latest = next((bell for bell in live_bells(scene, None) if bell.id in mentioned), None)
    if latest is None:
        return None
    return plan(ended(latest, scene), confidence)


def cancel_all(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """All of them are over."""
    del slots
    timers = live_bells(scene, "timer")
    if not timers:
        found = find_bell(None, scene, "timer")
        return found if isinstance(found, CommandPlan) else None
    actions: list[Action] = [ended(timer, scene) for timer in timers]
    return CommandPlan(outcome="planned", actions=actions, confidence=confidence)


def name(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A timer or alarm gets a name."""
    is_timer = scene.language.bells.timer.search(slots["said"].mask)
    found = find_bell(slots.get("bell"), scene, "timer" if is_timer else "alarm")
    if isinstance(found, CommandPlan):
        return found
    label = bare(slots["label"], scene.language)
    if isinstance(found, Timer):
        return plan(UpdateTimer(found.id, label=label), confidence)
    return plan(UpdateAlarm(found.id, label=label), confidence)


def _made(
    label: Words | None, length: Words | None, scene: Scene
) -> CreateTimer | CommandPlan | None:
    language = scene.language
    seconds = None
    if length is not None:
        seconds = read_duration(language.bells.in_a_while.sub("", length.text), language)
        if seconds is None:
            return None
    called = "" if label is None else label.text
    if label is not None and seconds is None:
        found = find_duration(label.text, language)
        if found is not None:
            seconds = found.seconds
            called = f"{label.text[: found.start]} {label.text[found.end :]}"
    called = bare(Words(called, called), language)
    is_name = len(called.split()) <= _LONGEST_LABEL_WORDS and not find_duration(called, language)
    if not is_name or language.bells.no_label.search(called):
        return None
    if seconds is None and language.bells.hour.search(called):
        return None  # "ten minuets"
    if seconds is None:
        unsaid = "timer-how-long-named" if called else "timer-how-long-bare"
        return ask(language.say(unsaid, name=called), 0.95)
    if not 1 <= seconds <= LONGEST_TIMER_S:
        return ask(language.say("timer-out-of-range"), 0.95)
    return CreateTimer(seconds=seconds, label=called)


def _is_errand(slots: Slots, scene: Scene) -> bool:
    return slots["said"].mask.lower().split()[0] in scene.language.verbs


def _two_lengths(slots: Slots, language: Language) -> tuple[Words | None, Words | None]:
    """Both lengths; one without a unit has that of the other: "for ten minutes and for six"."""
    first, second = slots.get("length"), slots.get("length_b")
    if first is None or second is None:
        return first, second
    return _with_unit(first, second, language), _with_unit(second, first, language)


def _with_unit(length: Words, other: Words, language: Language) -> Words:
    if read_duration(length.text, language) is not None:
        return length
    unit = other.text.split()[-1]
    return length.then(Words(unit, unit))


def _on_timer(
    said: Words | None, scene: Scene, confidence: float, act: Callable[[Timer], Action]
) -> CommandPlan | None:
    found = find_bell(said, scene, "timer")
    if isinstance(found, CommandPlan):
        return found
    return plan(act(found), confidence) if isinstance(found, Timer) else None


def _paused(
    slots: Slots, scene: Scene, confidence: float, *, is_paused: bool
) -> CommandPlan | None:
    said = slots.get("bell")
    names_timer = scene.language.bells.timer.search(slots["said"].mask)
    if said is None and not names_timer and not live_bells(scene, "timer"):
        return None  # "pause", said of music
    timers = [bell for bell in live_bells(scene, "timer") if isinstance(bell, Timer)]
    other = [timer for timer in timers if (timer.ends_at is None) != is_paused]
    if said is None and len(other) == 1:
        return plan(UpdateTimer(other[0].id, paused=is_paused), confidence)
    return _on_timer(said, scene, confidence, lambda timer: UpdateTimer(timer.id, paused=is_paused))


def _is_known(slots: Slots, scene: Scene) -> bool:
    return bool(fitting_bells(slots["bell"], live_bells(scene, "timer"), scene))


def left_known(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Loose ways to ask, when there is such a timer."""
    return left(slots, scene, confidence) if _is_known(slots, scene) else None


def unsaid(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """A length that is none: asked about rather than made a name."""
    del slots
    return ask(scene.language.say("timer-how-long"), confidence)


INTENTS = {
    "timer_set": Intent(set_one),
    "timers_set": Intent(set_two),
    "timer_left": Intent(left, left_known),
    "timer_unsaid": Intent(unsaid),
    "bell_cancel_it": Intent(cancel_it),
    "timers_list": Intent(list_all),
    "timer_add": Intent(add, add_known),
    "timer_less": Intent(less),
    "timer_it_to": Intent(set_it_to),
    "timer_to": Intent(set_to),
    "timer_pause": Intent(pause, pause_known),
    "timer_resume": Intent(resume, resume_known),
    "timer_cancel": Intent(cancel, cancel_known),
    "timers_cancel": Intent(cancel_all),
    "bell_name": Intent(name),
}
