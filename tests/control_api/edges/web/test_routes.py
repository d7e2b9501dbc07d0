"""How the built page is served."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.edges.web.routes import PLACES, livekit_origins, page_router

ADDRESSES = Path(__file__).parents[4] / "control_api/edges/web/page/src/shell/places.ts"

SECURITY_HEADERS = (
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html><title>Saydo</title>")
    (tmp_path / "favicon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "assets" / "index-abc.js").write_text("export {};")
    (tmp_path.parent / "outside.txt").write_text("not for the web")
    return tmp_path


@pytest.fixture
def client(folder: Path) -> Iterator[TestClient[Litestar]]:
    app = Litestar([page_router(["ws://127.0.0.1:7880"], folder)], openapi_config=None)
    with TestClient(app) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/today", "/favicon.svg", "/assets/index-abc.js"])
def test_every_part_of_the_page_carries_the_security_headers(
    client: TestClient[Litestar], path: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert [name for name in SECURITY_HEADERS if name not in answer.headers] == []
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "connect-src 'self' ws://127.0.0.1:7880 http://127.0.0.1:7880" in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "microphone=(self)" in answer.headers["permissions-policy"]


@pytest.mark.parametrize("path", ["/all", "/project/1", "/settings/voice", "/search?q=milk"])
def test_the_page_is_at_each_of_its_addresses(client: TestClient[Litestar], path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.text) == (200, client.get("/").text)


def test_at_a_path_the_page_names_all_that_belongs_to_it_there(folder: Path) -> None:
    named = '<link href="/favicon.svg"><meta name="saydo-root" content="/">'
    (folder / "index.html").write_text(named)
    app = Litestar([page_router([], folder)], openapi_config=None)
    with TestClient(app, root_path="/saydo") as client:
        answer = client.get("/saydo/settings/voice")
        assert client.get("/saydo/favicon.svg").status_code == 200
    assert 'href="/saydo/favicon.svg"' in answer.text
    assert 'content="/saydo/"' in answer.text
    assert (answer.headers["cache-control"], answer.status_code) == ("no-cache", 200)
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("path", ["/nowhere", "/api/v1/nothing", "/todayish", "/docs"])
def test_what_is_no_address_of_the_page_is_not_found(
    client: TestClient[Litestar], path: str
) -> None:
    assert client.get(path).status_code == 404


def test_the_page_and_the_server_have_the_same_addresses() -> None:
    listed = re.search(r"SEGMENTS = \[(.*?)\]", ADDRESSES.read_text(), re.DOTALL)
    assert listed
    assert set(re.findall(r'"(\w+)"', listed[1])) == set(PLACES)


def test_the_page_is_checked_at_each_load_and_its_assets_never_again(
    client: TestClient[Litestar],
) -> None:
    assert client.get("/").headers["cache-control"] == "no-cache"
    assets = client.get("/assets/index-abc.js")
    assert "immutable" in assets.headers["cache-control"]
    assert assets.headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../../outside.txt",
        "/assets/%2e%2e/%2e%2e/outside.txt",
        "/assets/..%2f..%2foutside.txt",
    ],
)
def test_nothing_outside_the_folder_is_served(client: TestClient[Litestar], path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in {400, 404}
    assert "not for the web" not in answer.text


def test_a_missing_page_says_how_to_build_it(tmp_path: Path) -> None:
    app = Litestar([page_router(["ws://127.0.0.1:7880"], tmp_path / "none")], openapi_config=None)
    with TestClient(app) as client:
        answer = client.get("/")
    assert answer.status_code == 503
    assert "make page" in answer.text
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    ("url", "origins"),
    [
        ("ws://127.0.0.1:7880", ["ws://127.0.0.1:7880", "http://127.0.0.1:7880"]),
        ("http://voice.test:7880", ["ws://voice.test:7880", "http://voice.test:7880"]),
        ("wss://voice.test", ["wss://voice.test", "https://voice.test"]),
        ("wss://mine-x1.livekit.cloud", ["wss://*.livekit.cloud", "https://*.livekit.cloud"]),
        ("ws://[::1]:7880", ["ws://[::1]:7880", "http://[::1]:7880"]),
        ("wss://key:secret@voice.test", ["wss://voice.test", "https://voice.test"]),
    ],
)
def test_the_page_may_reach_the_voice_server_and_no_other(url: str, origins: list[str]) -> None:
    assert livekit_origins(url) == origins
