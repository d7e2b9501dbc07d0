"""Timers and alarms: what rings until it is stopped."""

from control_api.kinds.bells.alarms import ALARM_ACTIONS, update_alarm
from control_api.kinds.bells.kept import ALARMS, TIMERS
from control_api.kinds.bells.ringing import list_bells, snooze_bell, stop_bell
from control_api.kinds.bells.timers import TIMER_ACTIONS, update_timer
from control_api.kinds.simple.routes import Routes
from control_api.log.kinds import Kind
from shared.bell_actions import ListBells, SnoozeBell, StopBell, UpdateAlarm, UpdateTimer
from shared.bells import (
    AlarmChanges,
    AlarmPage,
    NewAlarm,
    NewTimer,
    TimerChanges,
    TimerPage,
)

_TIMER_ROUTES = Routes(
    actions=TIMER_ACTIONS,
    address="timers",
    nouns="timers",
    new=NewTimer,
    changes=TimerChanges,
    page=TimerPage,
    making="Start a timer, which rings when its time is over.",
    change="Name, pause or resume a timer, or change how long it goes on",
    deleting="Move a timer to the trash; it does not ring.",
)
_ALARM_ROUTES = Routes(
    actions=ALARM_ACTIONS,
    address="alarms",
    nouns="alarms",
    new=NewAlarm,
    changes=AlarmChanges,
    page=AlarmPage,
    making="Set an alarm, which rings at a time of day, once or as its repeat says.",
    change="Name an alarm, or set it to another time",
    deleting="Move an alarm to the trash; it does not ring.",
)
KIND = Kind(
    kept=[TIMERS, ALARMS],
    actions={
        **TIMER_ACTIONS.table(),
        **ALARM_ACTIONS.table(),
        UpdateTimer: update_timer,
        UpdateAlarm: update_alarm,
        SnoozeBell: snooze_bell,
        StopBell: stop_bell,
        ListBells: list_bells,
    },
    routes=[_TIMER_ROUTES.router(), _ALARM_ROUTES.router()],
)
