"""Sentences that silence what rings. Where nothing does, they mean something else."""

from control_api.engine.plan import CommandPlan
from control_api.language.times.durations import read_duration
from control_api.language.understanding.bells.which import fitting_bells, ringing_bells
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene, answer, plan
from control_api.language.words.sentence import Slots
from shared.bell_actions import SnoozeBell, StopBell

_A_MINUTE_S = 60


def stop(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """For good."""
    del slots
    return plan(StopBell(), confidence) if ringing_bells(scene) else None


def snooze(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """For a while: ten minutes, when no other is said."""
    ringing = ringing_bells(scene)
    said, words = slots["said"].mask, scene.language.bells
    names_bell = words.alarm.search(said) or words.timer.search(said)
    if not ringing:
        silent = scene.language.say("bells-none-ring")
        return answer(silent, confidence) if names_bell else None
    seconds = None
    if "length" in slots:
        seconds = read_duration(slots["length"].text, scene.language)
        if seconds is None:
            return None
    bell_id = None
    if "bell" in slots:
        fitting = fitting_bells(slots["bell"], ringing, scene)
        if len(fitting) != 1:
            return None
        bell_id = fitting[0].id
    action = SnoozeBell(bell_id)
    if seconds is not None:
        action = SnoozeBell(bell_id, max(1, round(seconds / _A_MINUTE_S)))
    return plan(action, confidence)


INTENTS = {"bell_stop": Intent(stop), "bell_snooze": Intent(snooze)}
