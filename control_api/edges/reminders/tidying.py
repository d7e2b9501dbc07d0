"""Puts away what rang a day ago, and nobody stopped: by then it is on record as missed."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from control_api.engine.execute import Order, run_order
from control_api.kinds.simple.store import all_bells
from control_api.log.kinds import Kinds
from control_api.requests.spoken import WORDING
from control_api.time.rings import KEPT, rang_at
from shared.bell_actions import StopBell


def find_old(db: Database, zone: ZoneInfo, now: datetime) -> list[str]:
    """The ids of the timers and alarms that rang so long ago. `now` is aware."""
    return [bell.id for bell in all_bells(db) if rang_at(bell, zone, now - KEPT) is not None]


def put_away(db: Database, kinds: Kinds, zone: ZoneInfo, now: datetime) -> int:
    """Stop them, inside the writer's transaction: one that repeats moves on; how many."""
    old = find_old(db, zone, now)
    for bell_id in old:
        order = Order.of_itself(StopBell(bell_id), WORDING, now=now, zone=zone)
        run_order(db, kinds, order)
    return len(old)
