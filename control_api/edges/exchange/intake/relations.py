"""What tasks are parts of and wait for, as an import leaves it: never in a circle."""

from collections.abc import Sequence

from sqlite_utils import Database

from control_api.edges.exchange.intake.cycles import find_back_edges
from control_api.edges.exchange.intake.store import live_edges
from shared.problems import ConflictError
from shared.tasks import Task


class Edges:
    """Those of the tasks that an import makes or changes."""

    def __init__(self) -> None:
        self._parents: dict[str, Sequence[str]] = {}
        self._needs: dict[str, Sequence[str]] = {}
        self._titles: dict[str, str] = {}
        """Of the tasks that have any."""

    def add(self, task: Task) -> None:
        """Note those of one task as it will be."""
        self._parents[task.id] = (task.parent_id,) if task.parent_id else ()
        self._needs[task.id] = task.depends_on or ()
        if task.parent_id or task.depends_on:
            self._titles[task.id] = task.title

    def check(self, db: Database) -> None:
        """Raise `ConflictError` when they close a circle, together with those that are here."""
        if not self._titles:
            return
        parents, needs = live_edges(db)
        above = {**{task_id: (parent,) for task_id, parent in parents.items()}, **self._parents}
        waits = {**needs, **self._needs}
        for edges, what in ((above, "be a part of itself"), (waits, "wait for itself")):
            if back := find_back_edges(edges):
                title = self._titles.get(back[0][0], "A task")
                raise ConflictError(
                    f"{title} would {what}, by way of others. Correct that in the file; "
                    "nothing was imported."
                )
