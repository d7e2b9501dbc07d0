"""What a workspace holds, in the words that cases use."""

from collections import defaultdict
from typing import Any

import msgspec
from sqlite_utils import Database

from control_api.evaluation.judging import State
from control_api.kinds.simple.store import all_bells, named_things
from control_api.kinds.tasks.records.store import all_tasks, with_names
from shared.things import Comment


def read_state(db: Database) -> State:
    """All that is not in the trash.

    ``parent`` and ``depends_on`` of a task are titles, ``comments`` are texts.
    """
    tasks = with_names(db, list(all_tasks(db).values()))
    titles = {task.id: task.title for task in tasks}
    comments = _comments(db)
    things = [*named_things(db), *all_bells(db)]
    return State(
        {
            task.id: {
                **msgspec.to_builtins(task),
                "parent": titles.get(task.parent_id or ""),
                "depends_on": [titles.get(each, each) for each in task.depends_on],
                "comments": comments[task.id],
            }
            for task in tasks
        },
        {each.id: {"kind": each.KIND, **msgspec.to_builtins(each)} for each in things},
    )


def _comments(db: Database) -> dict[str, list[Any]]:
    found = defaultdict(list)
    rows = db.execute("""
        SELECT task_id, document FROM things
        WHERE kind = 'comment' AND deleted_at IS NULL ORDER BY position
    """)
    for task_id, text in rows:
        found[task_id].append(msgspec.json.decode(text, type=Comment).text)
    return found
