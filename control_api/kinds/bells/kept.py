"""How timers and alarms are kept: like other simple things, but several may be called the same."""

from typing import TypeVar

from sqlite_utils import Database

from control_api.kinds.simple.kept import Simple
from shared.bells import Alarm, Bell, Timer
from shared.problems import NotFoundError
from shared.trash import Trashed

T = TypeVar("T", Timer, Alarm)


class Bells(Simple[T]):
    """Bells of one kind. A label stands for them, where they have one."""

    def called(self, subject: T) -> str:
        return f"the {called(subject)}"

    def trashed(self, db: Database, subject: T, deleted_at: str) -> Trashed:
        del db
        return Trashed(subject.id, self.name, called(subject), deleted_at)

    def is_used(self, db: Database, thing_id: str) -> bool:
        del db, thing_id
        return False


def called(bell: Bell) -> str:
    """What one calls it: "pasta timer", "alarm"."""
    return f"{bell.label} {bell.KIND}".strip()


TIMERS = Bells(Timer, noun="timer")
ALARMS = Bells(Alarm, noun="alarm")


def existing_bell(db: Database, bell_id: str) -> Bell:
    """The timer or alarm of that id. Raises `NotFoundError`."""
    found = TIMERS.find(db, bell_id) or ALARMS.find(db, bell_id)
    if found is None:
        raise NotFoundError("There is no such timer or alarm.")
    return found
