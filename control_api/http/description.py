"""The OpenAPI description, with what Litestar leaves out of it, and without what it invents."""

from collections.abc import Iterator
from typing import Any

import msgspec
from litestar import Request
from litestar.openapi.plugins import JsonRenderPlugin

from control_api.http.links import add_links

_EMPTY = frozenset({"204", "304"})


class StrictRender(JsonRenderPlugin):
    """Renders the description as JSON: bodies as strict as they are read, empty answers empty."""

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """Render the description."""
        schemas = openapi_schema.get("components", {}).get("schemas", {})
        for name in _strict_names() & schemas.keys():
            schemas[name]["additionalProperties"] = False
        for methods in openapi_schema.get("paths", {}).values():
            for operation in methods.values():
                for status in _EMPTY & operation["responses"].keys():
                    operation["responses"][status].pop("content", None)
        add_links(openapi_schema)
        return super().render(request, openapi_schema)


def _strict_names() -> set[str]:
    return {
        kind.__name__
        for kind in _kinds(msgspec.Struct)
        if kind.__struct_config__.forbid_unknown_fields
    }


def _kinds(kind: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    for child in kind.__subclasses__():
        yield child
        yield from _kinds(child)
