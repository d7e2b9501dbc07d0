"""Projects: what tasks belong together for."""

from control_api.kinds.simple.actions import Actions
from control_api.kinds.simple.inputs import clean_colour, clean_description, clean_name
from control_api.kinds.simple.kept import Simple
from control_api.kinds.simple.routes import Routes
from control_api.log.kinds import Kind
from shared.thing_actions import CreateProject, DeleteProject, UpdateProject
from shared.things import NewProject, Project, ProjectChanges, ProjectPage

PROJECTS = Simple(Project, noun="project")
_ACTIONS = Actions(
    kept=PROJECTS,
    id_field="project_id",
    create=CreateProject,
    update=UpdateProject,
    delete=DeleteProject,
    clean={
        "name": clean_name,
        "colour": clean_colour,
        "description": clean_description,
        "archived": bool,
    },
)
_ROUTES = Routes(
    actions=_ACTIONS,
    address="projects",
    nouns="projects",
    new=NewProject,
    changes=ProjectChanges,
    page=ProjectPage,
    making="Create a project, under a name that no other has.",
    change="Change, archive or bring back a project",
    deleting="Move a project to the trash; its tasks stay, and are in no project.",
)
KIND = Kind(kept=[PROJECTS], actions=_ACTIONS.table(), routes=[_ROUTES.router()])
