"""The kinds of thing that a workspace holds: a new one is a folder, and a line here."""

from control_api.edges.exchange.intake.apply import ACTIONS as IMPORTS
from control_api.kinds.bells import kind as bells
from control_api.kinds.comments import kind as comments
from control_api.kinds.people import kind as people
from control_api.kinds.projects import kind as projects
from control_api.kinds.saved_filters import kind as saved_filters
from control_api.kinds.settings import kind as settings
from control_api.kinds.tags import kind as tags
from control_api.kinds.tasks import kind as tasks
from control_api.log.kinds import Kind, Kinds

ALL = [
    tasks.KIND,
    projects.KIND,
    tags.KIND,
    people.KIND,
    saved_filters.KIND,
    comments.KIND,
    bells.KIND,
    settings.KIND,
    Kind(actions=IMPORTS),
]
KINDS = Kinds(ALL)
