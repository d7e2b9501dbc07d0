"""Saved filters: questions to the tasks, kept under a name."""

from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.kinds.simple.actions import Actions, Given
from control_api.kinds.simple.inputs import clean_name, clean_query
from control_api.kinds.simple.kept import Simple
from control_api.kinds.simple.routes import Routes
from control_api.language.filters.reading import read_filter
from control_api.log.kinds import Kind
from control_api.requests.spoken import ENGLISH
from shared.thing_actions import CreateFilter, DeleteFilter, UpdateFilter
from shared.things import FilterChanges, FilterPage, NewFilter, SavedFilter


def _check_query(db: Database, given: Given, moment: Moment) -> Given:
    del db
    if "query" in given:
        query = clean_query(given["query"])
        read_filter(query, moment.now.astimezone(moment.zone), ENGLISH, field="query")
    return given


SAVED_FILTERS = Simple(SavedFilter, noun="saved filter")
_ACTIONS = Actions(
    kept=SAVED_FILTERS,
    id_field="filter_id",
    create=CreateFilter,
    update=UpdateFilter,
    delete=DeleteFilter,
    clean={"name": clean_name, "query": clean_query},
    check=_check_query,
)
_ROUTES = Routes(
    actions=_ACTIONS,
    address="filters",
    nouns="saved filters",
    operation="Filter",
    new=NewFilter,
    changes=FilterChanges,
    page=FilterPage,
    making="Keep a question to the tasks, under a name that no other has.",
    change="Rename a saved filter, or make it ask something else",
    deleting="Move a saved filter to the trash.",
)
KIND = Kind(kept=[SAVED_FILTERS], actions=_ACTIONS.table(), routes=[_ROUTES.router()])
