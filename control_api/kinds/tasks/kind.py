"""Tasks: what is done to them, and their routes."""

from control_api.kinds.tasks.actions.apply import ACTIONS
from control_api.kinds.tasks.kept import OCCURRENCES, TASKS
from control_api.kinds.tasks.known import load_known, load_past
from control_api.kinds.tasks.routes.repeat_routes import router as repeats_router
from control_api.kinds.tasks.routes.task_routes import router as tasks_router
from control_api.kinds.tasks.search.routes import router as search_router
from control_api.log.kinds import Kind

KIND = Kind(
    kept=[TASKS, OCCURRENCES],
    actions=ACTIONS,
    known=load_known,
    past=load_past,
    routes=[tasks_router, repeats_router, search_router],
)
