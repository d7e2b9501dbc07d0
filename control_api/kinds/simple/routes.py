"""The routes of a simple kind: all of them are made of what the kind says of itself."""

import functools
import inspect
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, Router, delete, get, patch, post
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, JSONBody

from control_api.http.errors import problem_responses
from control_api.http.idempotency import IdempotencyKey
from control_api.kinds.simple.actions import Actions
from control_api.kinds.simple.lists import Page
from control_api.kinds.simple.requests import (
    PAGE,
    created,
    delete_thing,
    make,
    read_one,
    read_page,
)
from control_api.log.workspaces import Workspace
from control_api.requests.run import Caller
from control_api.who.callers.guards import allow

Handler = Callable[..., Awaitable[Any]]

MAY_ASK = [allow("owner", "session")]


class Routes(msgspec.Struct, frozen=True, kw_only=True):
    """What the routes of a kind are called, and what they take and give."""

    actions: Actions
    address: str
    """Its path, and the plural in its operations: "projects"."""
    nouns: str
    """What several of them are called: "saved filters"."""
    operation: str = ""
    """The singular in its operations: "Project"; the name of its struct when empty."""
    new: type[Any]
    changes: type[Any]
    page: type[Any]
    making: str
    """What creating one comes to, in a sentence; so it is with the others."""
    change: str
    changing: str = "Change what is given and leave the rest."
    deleting: str

    def router(self) -> Router:
        """All five."""
        handlers = [self.listing(), self.creating(), *self.of_one()]
        return Router(
            "/", route_handlers=handlers, guards=MAY_ASK, tags=[self.address.capitalize()]
        )

    def of_one(self) -> list[HTTPRouteHandler]:
        """Those that are about one thing."""
        return [self._read(), self._change(), self._delete()]

    def listing(self) -> HTTPRouteHandler:
        """The list of all."""

        async def list_all(
            workspace: NamedDependency[Workspace], page: NamedDependency[Page]
        ) -> Any:
            items, next_cursor = await read_page(workspace, self._type, page)
            return self.page(items, next_cursor)

        return get(
            f"/{self.address}",
            dependencies=PAGE,
            operation_id=f"list{self.address.capitalize()}",
            summary=f"List {self.nouns}, the oldest first",
            responses=problem_responses(401, 403, 422),
        )(self._told(list_all, f"Give a page of the {self.nouns} that fit.", self.page))

    def creating(self) -> HTTPRouteHandler:
        """A new one."""

        async def create(
            workspace: NamedDependency[Workspace],
            caller: NamedDependency[Caller],
            data: Any,
            idempotency_key: IdempotencyKey = None,
        ) -> Any:
            action = self.actions.create(**msgspec.structs.asdict(data))
            made = await make(workspace, caller, self.actions, action, idempotency_key)
            return created(made, self.address)

        return post(
            f"/{self.address}",
            operation_id=f"create{self._operation}",
            summary=f"Create a {self._noun}",
            responses=problem_responses(401, 403, 409, 413, 422, 503, 507),
        )(self._told(create, self.making, Response[self._type], data=self.new))  # type: ignore[name-defined]

    def _read(self) -> HTTPRouteHandler:
        async def read(workspace: NamedDependency[Workspace], thing_id: FromPath[UUID]) -> Any:
            return await read_one(workspace, self.actions.kept, str(thing_id))

        return get(
            self._path,
            operation_id=f"get{self._operation}",
            summary=f"Read a {self._noun}",
            responses=problem_responses(401, 403, 404),
        )(self._told(read, f"Give one {self._noun}.", self._type))

    def _change(self) -> HTTPRouteHandler:
        async def change(
            workspace: NamedDependency[Workspace],
            caller: NamedDependency[Caller],
            thing_id: FromPath[UUID],
            data: Any,
            idempotency_key: IdempotencyKey = None,
        ) -> Any:
            given = {self.actions.id_field: str(thing_id)} | msgspec.structs.asdict(data)
            action = self.actions.update(**given)
            return await make(workspace, caller, self.actions, action, idempotency_key)

        return patch(
            self._path,
            operation_id=f"change{self._operation}",
            summary=self.change,
            responses=problem_responses(401, 403, 404, 409, 413, 422, 503, 507),
        )(self._told(change, self.changing, self._type, data=self.changes))

    def _delete(self) -> HTTPRouteHandler:
        async def remove(
            workspace: NamedDependency[Workspace],
            caller: NamedDependency[Caller],
            thing_id: FromPath[UUID],
            idempotency_key: IdempotencyKey = None,
        ) -> None:
            action = self.actions.delete(**{self.actions.id_field: str(thing_id)})
            await delete_thing(workspace, caller, action, idempotency_key)

        return delete(
            self._path,
            operation_id=f"delete{self._operation}",
            summary=f"Delete a {self._noun}",
            responses=problem_responses(401, 403, 404, 409, 422, 503, 507),
        )(self._told(remove, self.deleting, None))

    @property
    def _type(self) -> type[Any]:
        return self.actions.kept.struct

    @property
    def _noun(self) -> str:
        return self.actions.kept.noun

    @property
    def _operation(self) -> str:
        return self.operation or self._type.__name__

    @property
    def _path(self) -> str:
        return f"/{self.address}/{{{self.actions.id_field}:uuid}}"

    def _told(self, handler: Handler, sentence: str, returns: Any, *, data: Any = None) -> Handler:
        """The handler as Litestar reads it: typed, with its sentence, and the id by its name."""
        id_field = self.actions.id_field

        @functools.wraps(handler)
        async def called(**given: Any) -> Any:
            if id_field in given:
                given["thing_id"] = given.pop(id_field)
            return await handler(**given)

        parameters = []
        for each in inspect.signature(handler).parameters.values():
            if each.name == "thing_id":
                each = each.replace(name=id_field)  # noqa: PLW2901 (the same, named)
            elif each.name == "data":
                each = each.replace(annotation=JSONBody[data])  # type: ignore[misc] # noqa: PLW2901
            parameters.append(each)
        annotations = {each.name: each.annotation for each in parameters}
        called.__signature__ = inspect.Signature(parameters, return_annotation=returns)  # type: ignore[attr-defined]
        called.__annotations__ = annotations | {"return": returns}
        called.__doc__ = sentence
        called.__name__ = called.__qualname__ = f"{handler.__name__}_{self._operation.lower()}"
        del called.__wrapped__
        return called
