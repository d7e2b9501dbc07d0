"""At a path, all is where it says, whether the proxy takes the path off or not."""

import asyncio
from typing import Any

import httpx
import pytest
from litestar import Litestar, Request, Response, get
from litestar.datastructures import State
from litestar.params import FromPath

from control_api.http.under_path import UnderPath
from control_api.setup.public_address import PublicAddress

NAS = PublicAddress("https://nas.home/saydo", "nas.home", "/saydo")


@get("/things/{name:str}", sync_to_thread=False)
def thing(request: Request[None, None, State], name: FromPath[str]) -> Response[dict[str, str]]:
    """Where it was asked, and where it leads."""
    told = {"name": name, "root": request.scope.get("root_path", ""), "path": request.url.path}
    return Response(told, headers={"Location": f"/things/{name}"})


def asked(address: str) -> httpx.Response:
    app: Any = UnderPath(Litestar([thing], openapi_config=None), NAS)

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as client:
            return await client.get(address)

    return asyncio.run(ask())


@pytest.mark.parametrize(
    "address",
    [
        "https://nas.home/saydo/things/saydo",
        "https://nas.home/things/saydo",
        "https://nas.home:8443/things/saydo",
        "http://localhost:7300/saydo/things/saydo",
    ],
)
def test_who_comes_by_the_path_or_the_name_is_below_the_path(address: str) -> None:
    answer = asked(address)
    assert answer.json()["name"] == "saydo"
    assert answer.json()["root"] == "/saydo"
    assert answer.headers["location"] == "/saydo/things/saydo"


def test_who_comes_by_another_name_is_at_the_root() -> None:
    answer = asked("http://localhost:7300/things/saydo")
    assert answer.json() == {"name": "saydo", "root": "", "path": "/things/saydo"}
    assert answer.headers["location"] == "/things/saydo"


@pytest.mark.parametrize("name", ["a b", "a%2Fb", "é"])
def test_what_is_written_in_an_address_arrives_as_at_the_root(name: str) -> None:
    at_root = asked(f"http://localhost/things/{name}")
    below = asked(f"https://nas.home/saydo/things/{name}")
    assert (below.status_code, below.json().get("name")) == (
        at_root.status_code,
        at_root.json().get("name"),
    )


def test_the_bare_path_leads_to_the_page_below_it() -> None:
    answer = asked("https://nas.home/saydo")
    assert (answer.status_code, answer.headers["location"]) == (308, "/saydo/")


def test_a_path_that_only_begins_like_it_is_another() -> None:
    assert asked("http://localhost/saydont/things/x").status_code == 404
