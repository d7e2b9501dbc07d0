"""People: whom tasks are about, or who does them."""

from control_api.input.markdown import clean_text
from control_api.kinds.simple.actions import Actions
from control_api.kinds.simple.inputs import (
    clean_contacts,
    clean_name,
    clean_nicknames,
    clean_role,
)
from control_api.kinds.simple.kept import Simple
from control_api.kinds.simple.routes import Routes
from control_api.log.kinds import Kind
from shared.thing_actions import CreatePerson, DeletePerson, UpdatePerson
from shared.things import NewPerson, Person, PersonChanges, PersonPage

PEOPLE = Simple(Person, noun="person")
_ACTIONS = Actions(
    kept=PEOPLE,
    id_field="person_id",
    create=CreatePerson,
    update=UpdatePerson,
    delete=DeletePerson,
    clean={
        "name": clean_name,
        "nicknames": clean_nicknames,
        "role": clean_role,
        "contacts": clean_contacts,
        "notes": clean_text,
    },
)
_ROUTES = Routes(
    actions=_ACTIONS,
    address="people",
    nouns="people",
    new=NewPerson,
    changes=PersonChanges,
    page=PersonPage,
    making="Add a person, under a name that no other has.",
    change="Change what is known of a person",
    deleting="Move a person to the trash; tasks are no longer assigned to them.",
)
KIND = Kind(kept=[PEOPLE], actions=_ACTIONS.table(), routes=[_ROUTES.router()])
