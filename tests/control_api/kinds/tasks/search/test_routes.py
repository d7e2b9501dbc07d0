from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import Headers

TASKS, SEARCH = "/api/v1/tasks", "/api/v1/search"
Client = TestClient[Litestar]


def test_a_search_says_where_the_words_are(client: Client, alice: Headers) -> None:
    body = {"title": "Call Zoë", "notes": "about the invoice"}
    task = client.post(TASKS, json=body, headers=alice).json()
    page = client.get(SEARCH, params={"q": "zoe inv"}, headers=alice).json()
    assert page["next_cursor"] is None
    (hit,) = page["items"]
    assert hit["task"] == task
    assert hit["title"] == [{"text": "Call ", "found": False}, {"text": "Zoë", "found": True}]
    assert hit["notes"][-1] == {"text": "invoice", "found": True}
    assert hit["comments"] == []


def test_a_search_goes_on_page_by_page(client: Client, alice: Headers) -> None:
    for number in range(5):
        client.post(TASKS, json={"title": f"Milk {number}"}, headers=alice)
    params = {"q": "milk", "limit": "2"}
    seen = []
    for _ in range(3):
        page = client.get(SEARCH, params=params, headers=alice).json()
        seen += [hit["task"]["title"] for hit in page["items"]]
        params["cursor"] = page["next_cursor"]
    assert seen == [f"Milk {number}" for number in (4, 3, 2, 1, 0)]
    assert params["cursor"] is None


def test_a_search_of_nonsense_is_answered(client: Client, alice: Headers) -> None:
    for text in ('"', "*", "a AND", "(", "title:x", "\x00", "^", "-", "NEAR(", "%"):
        assert client.get(SEARCH, params={"q": text}, headers=alice).json()["items"] == []
    for cursor in ("0", "-1", "x", "99999", "²", ""):
        answer = client.get(SEARCH, params={"q": "x", "cursor": cursor}, headers=alice)
        assert answer.status_code == 422
    assert client.get(SEARCH, headers=alice).status_code == 422


def test_a_search_finds_only_what_is_ones_own(client: Client, alice: Headers, bob: Headers) -> None:
    client.post(TASKS, json={"title": "Alice's milk"}, headers=alice)
    assert client.get(SEARCH, params={"q": "milk"}, headers=bob).json()["items"] == []
