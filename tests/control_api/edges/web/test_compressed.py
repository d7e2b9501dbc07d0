"""Each file of the page is sent in the smallest form that the browser can read."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.edges.web.compressed import accepted_encodings
from control_api.edges.web.routes import page_router
from control_api.http.etags import ConditionalReads

SCRIPT = "/assets/index-abc.js"
FORMS = {"": b"plain", "br": b"by brotli", "gzip": b"gzip"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_bytes(FORMS[""])
    (tmp_path / "favicon.svg").write_bytes(FORMS[""])
    (tmp_path / "service-worker.js").write_bytes(FORMS[""])
    (tmp_path / "manifest.webmanifest").write_text("{}")
    for name in ("index.html", "favicon.svg", SCRIPT, "assets/word-1.woff2"):
        (tmp_path / name.lstrip("/")).write_bytes(FORMS[""])
    for name in ("index.html", SCRIPT):
        (tmp_path / f"{name.lstrip('/')}.br").write_bytes(FORMS["br"])
        (tmp_path / f"{name.lstrip('/')}.gz").write_bytes(FORMS["gzip"])
    return tmp_path


@pytest.fixture
def client(folder: Path) -> Iterator[TestClient[Litestar]]:
    app = Litestar(
        [page_router(["ws://127.0.0.1:7880"], folder)],
        openapi_config=None,
        middleware=[ConditionalReads()],
    )
    with TestClient(app) as client:
        yield client


def ask(client: TestClient[Litestar], path: str, accept: str, **more: str) -> httpx.Response:
    """The answer with its body as it went over the wire."""
    request = client.build_request("GET", path, headers={"Accept-Encoding": accept} | more)
    # What is compressed here is no real brotli: the client is not to read it.
    answer: httpx.Response = client.send(request, stream=True)
    return answer


@pytest.mark.parametrize("path", ["/", SCRIPT])
@pytest.mark.parametrize(
    ("accept", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("*", "br"),
        ("identity", ""),
        ("", ""),
    ],
)
def test_the_smallest_form_is_sent_that_the_browser_reads(
    client: TestClient[Litestar], path: str, accept: str, encoding: str
) -> None:
    answer = ask(client, path, accept)
    assert answer.status_code == 200
    assert answer.headers.get("content-encoding", "") == encoding
    assert b"".join(answer.iter_raw()) == FORMS[encoding]
    assert answer.headers["content-length"] == str(len(FORMS[encoding]))
    assert "accept-encoding" in answer.headers["vary"].lower()


def test_each_form_keeps_the_type_and_has_a_tag_of_its_own(client: TestClient[Litestar]) -> None:
    answers = [ask(client, SCRIPT, accept) for accept in ("br", "gzip", "identity")]
    types = {answer.headers["content-type"] for answer in answers}
    assert types == {"text/javascript; charset=utf-8"}
    assert len({answer.headers["etag"] for answer in answers}) == len(answers)


def test_a_page_that_the_browser_has_is_not_sent_again(client: TestClient[Litestar]) -> None:
    tag = ask(client, "/", "br").headers["etag"]
    assert ask(client, "/", "br", **{"If-None-Match": tag}).status_code == 304
    assert ask(client, "/", "gzip", **{"If-None-Match": tag}).status_code == 200


def test_what_gets_no_smaller_is_sent_as_it_is(client: TestClient[Litestar]) -> None:
    answer = ask(client, "/assets/word-1.woff2", "br, gzip")
    assert "content-encoding" not in answer.headers
    assert answer.headers["content-type"] == "font/woff2"
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/manifest.webmanifest", "application/manifest+json"),
        ("/service-worker.js", "text/javascript"),
        ("/favicon.svg", "image/svg+xml"),
    ],
)
def test_what_has_a_name_that_stays_is_checked_at_each_load(
    client: TestClient[Litestar], path: str, kind: str
) -> None:
    answer = ask(client, path, "br")
    assert answer.headers["content-type"].startswith(kind)
    assert answer.headers["cache-control"] == "no-cache"


def test_only_the_head_is_answered_to_who_asks_for_it(client: TestClient[Litestar]) -> None:
    answer = client.head(SCRIPT, headers={"Accept-Encoding": "identity"})
    assert answer.status_code == 200
    assert answer.headers["content-length"] == str(len(FORMS[""]))
    assert answer.content == b""


@pytest.mark.parametrize("path", ["/assets/none-1.js", "/assets/.hidden", "/icon-512.png"])
def test_what_is_not_there_is_not_found(client: TestClient[Litestar], path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        ("gzip;q=1.0, br; q=0.000", {"gzip"}),
        ("GZIP", {"gzip"}),
        ("*;q=0, br", {"br"}),
        ("deflate", set()),
    ],
)
def test_a_browser_says_what_it_reads(header: str, accepted: set[str]) -> None:
    assert accepted_encodings(header) == accepted
