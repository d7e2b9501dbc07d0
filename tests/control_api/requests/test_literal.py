"""A request may say which of its words are no date, tag, list or person, and ask what was read."""

from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import Headers

Client = TestClient[Litestar]
COMMANDS = "/api/v1/commands"
TEXT = "call Ben tomorrow at three #bank"
NOW = {"now": "2026-11-21T10:00", "time_zone": "Europe/Berlin"}


def ask(client: Client, headers: Headers, **more: Any) -> Any:
    answer = client.post(COMMANDS, json={"text": TEXT} | NOW | more, headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_dry_run_tells_the_parts_to_who_asks_for_them(client: Client, alice: Headers) -> None:
    told = ask(client, alice, dry_run=True, parts=True)
    assert told["outcome"] == "planned"
    assert told["parts"] == [
        {"field": "due", "said": "tomorrow at three"},
        {"field": "tags", "said": "#bank"},
    ]
    assert ask(client, alice, dry_run=True)["parts"] == []
    assert ask(client, alice, parts=True)["parts"] == []


def test_a_part_that_is_sent_as_literal_is_a_word_of_the_title(
    client: Client, alice: Headers
) -> None:
    planned = ask(client, alice, dry_run=True, parts=True, literal=["tomorrow at three"])
    assert planned["parts"] == [{"field": "tags", "said": "#bank"}]
    (task,) = ask(client, alice, literal=["tomorrow at three", "#bank"])["tasks"]
    assert task["title"] == "Call Ben tomorrow at three #bank"
    assert (task["due"], task["tags"]) == (None, [])


def test_the_whole_words_are_meant_wherever_they_stand(client: Client, alice: Headers) -> None:
    text = "remind me to watch today and todays news today"
    (task,) = ask(client, alice, text=text, literal=["today"])["tasks"]
    assert (task["title"], task["due"]) == ("Watch today and todays news today", None)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"literal": ["today"]}, "literal"),
        ({"literal": ["morrow"]}, "literal"),
        ({"literal": [""]}, "literal"),
        ({"literal": ["a"] * 51}, "literal"),
        ({"text": None, "actions": [{"type": "list_tasks"}], "literal": ["a"]}, "literal"),
    ],
)
def test_what_is_no_part_of_the_text_is_refused_with_what_to_do(
    client: Client, alice: Headers, body: dict[str, Any], field: str
) -> None:
    answer = client.post(COMMANDS, json={"text": TEXT} | body, headers=alice)
    assert answer.status_code == 422
    assert field in answer.text


def test_another_request_with_the_same_key_is_no_repetition(client: Client, alice: Headers) -> None:
    headers = alice | {"Idempotency-Key": "one"}
    ask(client, headers)
    answer = client.post(COMMANDS, json={"text": TEXT, "literal": ["#bank"]} | NOW, headers=headers)
    assert answer.status_code == 422
