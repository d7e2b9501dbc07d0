"""Tags: words that tasks can be marked with."""

from control_api.kinds.simple.actions import Actions
from control_api.kinds.simple.inputs import clean_colour, clean_tag_name
from control_api.kinds.simple.kept import Simple
from control_api.kinds.simple.routes import Routes
from control_api.log.kinds import Kind
from shared.thing_actions import CreateTag, DeleteTag, UpdateTag
from shared.things import NewTag, Tag, TagChanges, TagPage

TAGS = Simple(Tag, noun="tag")
_ACTIONS = Actions(
    kept=TAGS,
    id_field="tag_id",
    create=CreateTag,
    update=UpdateTag,
    delete=DeleteTag,
    clean={"name": clean_tag_name, "colour": clean_colour},
)
_ROUTES = Routes(
    actions=_ACTIONS,
    address="tags",
    nouns="tags",
    new=NewTag,
    changes=TagChanges,
    page=TagPage,
    making="Create a tag, under a name that no other has.",
    change="Rename or colour a tag",
    deleting="Move a tag to the trash, and take it off every task.",
)
KIND = Kind(kept=[TAGS], actions=_ACTIONS.table(), routes=[_ROUTES.router()])
