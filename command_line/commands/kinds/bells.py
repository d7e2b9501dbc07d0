"""Commands about timers and alarms."""

from datetime import UTC, datetime
from math import ceil
from typing import Annotated

import typer

from command_line.commands.kinds.listing import MOST, show_things
from command_line.connection.api import ask, run_actions, run_words
from command_line.terminal.options import AsJson, Limit, Words, joined
from command_line.terminal.printing import finish
from shared.bell_actions import SnoozeBell, StopBell
from shared.bells import Alarm, AlarmPage, Timer, TimerPage

Called = Annotated[str | None, typer.Option("--called", help="What to call it.")]
Minutes = Annotated[int, typer.Argument(help="So many.")]


def timer(words: Words, *, called: Called = None, as_json: AsJson = False) -> None:
    """Start a timer: saydo timer 10m pasta."""
    text = f"set a {joined(words, 'timer 10m pasta')} timer"
    finish(run_words(text if called is None else f"{text} called {called}"), as_json=as_json)


def alarm(words: Words, *, called: Called = None, as_json: AsJson = False) -> None:
    """Set an alarm: saydo alarm 7:00 on weekdays --called gym."""
    text = f"set an alarm for {joined(words, 'alarm 7:00 on weekdays')}"
    finish(run_words(text if called is None else f"{text} called {called}"), as_json=as_json)


def timers(*, limit: Limit = MOST, as_json: AsJson = False) -> None:
    """List the timers, with what is left of each."""
    found = ask("GET", "timers", TimerPage, query={"limit": limit})
    now = datetime.now(UTC)
    rows = [(each.label, _left(each, now)) for each in found.items]
    show_things(found, ("timer", "left"), rows, as_json=as_json)


def alarms(*, limit: Limit = MOST, as_json: AsJson = False) -> None:
    """List the alarms, with when each rings next."""
    found = ask("GET", "alarms", AlarmPage, query={"limit": limit})
    rows = [(each.label, _next(each)) for each in found.items]
    show_things(found, ("alarm", "rings"), rows, as_json=as_json)


def silence(*, as_json: AsJson = False) -> None:
    """Let what rings ring no more."""
    finish(run_actions(StopBell()), as_json=as_json)


def snooze(minutes: Minutes = 10, *, as_json: AsJson = False) -> None:
    """Silence what rings, and let it ring again in a while."""
    finish(run_actions(SnoozeBell(minutes=minutes)), as_json=as_json)


def _left(timer_: Timer, now: datetime) -> str:
    if timer_.ends_at is None:
        return f"{_clock(timer_.left_s or 0)}, paused"
    left = (datetime.fromisoformat(timer_.ends_at) - now).total_seconds()
    # It ends on a whole second, up to one later than asked for.
    return _clock(min(ceil(left), timer_.seconds)) if left > 0 else "done"


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _next(alarm_: Alarm) -> str:
    """As it is set, in the person's time; snoozed ones say until when."""
    at = alarm_.at[:16].replace("T", " ")
    repeats = " ↻" if alarm_.repeat is not None else ""
    snoozed = f", snoozed until {alarm_.snoozed_until}" if alarm_.snoozed_until else ""
    return f"{at}{repeats}{snoozed}"
