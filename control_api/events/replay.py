"""The proof of a good workspace: its log, played from the start, gives its tasks."""

from sqlite_utils import Database

from control_api.events.log import read_sealed
from control_api.tasks.store import all_tasks
from shared.tasks import Task


def find_damage(db: Database) -> list[str]:
    """Say in a sentence each what log and tasks disagree about; empty when all is well."""
    damage = []
    tasks: dict[str, Task] = {}
    for event, sealed in read_sealed(db):
        if not sealed:
            damage.append(f"Event {event.id} is not as it was written.")
        if tasks.get(event.task_id) != event.before:
            damage.append(f"Event {event.id} does not follow from the ones before it.")
        if event.after is None:
            tasks.pop(event.task_id, None)
        else:
            tasks[event.task_id] = event.after
    stored = all_tasks(db)
    damage += [
        f"Task {task_id} is not as the log says."
        for task_id in sorted(tasks.keys() | stored.keys())
        if tasks.get(task_id) != stored.get(task_id)
    ]
    return damage
