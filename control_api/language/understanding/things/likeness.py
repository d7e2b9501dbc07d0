"""Which of some named things is meant, when they are no open tasks: by the same likeness."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

from control_api.language.understanding.names import fitting_tasks
from control_api.language.understanding.scene import Scene
from shared.tasks import Task

T = TypeVar("T")
H = TypeVar("H", bound=Hashable)


def fitting(said: str, named: Sequence[tuple[str, T]], scene: Scene) -> list[T]:
    """Those whose names fit equally well, in their order; one when it is certain."""
    as_tasks = [
        Task(str(place), name, "todo", None, None, None, "", "")
        for place, (name, _) in enumerate(named)
    ]
    found = fitting_tasks(said, as_tasks, scene.language, strict=True)
    return [named[int(task.id)][1] for task in found]


def distinct(things: Sequence[H]) -> list[H]:
    """Each once."""
    return list(dict.fromkeys(things))
