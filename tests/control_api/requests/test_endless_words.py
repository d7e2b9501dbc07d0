"""Texts that were made to keep the reading of words busy: an honest answer, and nobody waits."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.language.duckling import allowance, finding
from control_api.language.duckling.messages import Answer, Question
from control_api.language.duckling.pool import Pool
from control_api.language.times import said_times
from tests.control_api.conftest import Headers
from tests.control_api.requests.test_routes import COMMANDS, TASKS, say
from tests.patience import PATIENCE_S, wait_until

Client = TestClient[Litestar]
STANDING_IN = Path(__file__).parents[1] / "language" / "duckling" / "standing_in.py"
NINE_MONDAYS = "add mon,mon,mon,mon,mon,mon,mon,mon,mon"
SIX_SLOTS = (
    "add office hours 9:00-10:00,10:00-11:00,11:00-12:00,12:00-13:00,13:00-14:00,14:00-15:00"
)
GENEROUS_S = 2 * PATIENCE_S
"""A child is the last to get a processor that others want, too."""


@pytest.fixture(autouse=True)
def _nothing_is_known_of_any_text(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def forget() -> None:
        finding._remembered.clear()
        said_times._found.cache_clear()

    forget()
    monkeypatch.setattr(allowance, "_overrun", allowance.Overrun())
    yield
    forget()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Question]:
    """What the readers were asked, of texts that nobody cuts."""
    ask, questions = finding._pool.ask, []

    def note(question: Question) -> Answer:
        if "tomorrow" not in question.text:  # the first sentence of the server, and a good one
            questions.append(question)
        return ask(question)

    monkeypatch.setattr(finding._pool, "ask", note)
    monkeypatch.setattr(finding, "pieces", lambda text, _: [(0, len(text))])
    return questions


def test_nine_mondays_are_a_question_back(client: Client, alice: Headers) -> None:
    answer = say(client, alice, NINE_MONDAYS)
    assert (answer["outcome"], answer["reply"]) == ("clarify", "What should I remind you of?")


def test_six_slots_are_more_times_than_a_task_has(client: Client, alice: Headers) -> None:
    answer = say(client, alice, SIX_SLOTS)
    assert answer["outcome"] == "clarify"
    assert "Say fewer times" in answer["reply"]
    assert client.get(TASKS, headers=alice).json()["items"] == []


@pytest.mark.fault
@pytest.mark.parametrize("text", [NINE_MONDAYS, SIX_SLOTS + ",15:00-16:00"])
@pytest.mark.parametrize("dry_run", [True, False])
def test_what_overran_is_refused_by_name_and_not_tried_again(
    client: Client, alice: Headers, asked: list[Question], *, text: str, dry_run: bool
) -> None:
    for _ in range(3):
        answer = say(client, alice, text, dry_run=dry_run)
        assert answer["outcome"] == "refused"
        assert answer["reply"].startswith(f"I can't make out “{text.removeprefix('add ')[:30]}")
        assert "with fewer days and times" in answer["reply"]
        assert answer["actions"] == []
    assert len(asked) == 1
    assert say(client, alice, "Remind me to call Sarah tomorrow")["outcome"] == "done"


@pytest.mark.fault
def test_a_filter_whose_words_overran_points_at_them(
    client: Client, alice: Headers, asked: list[Question]
) -> None:
    words = "mon,mon,mon,mon,mon,mon,mon,mon,mon,mon"
    for _ in range(2):
        answer = client.get(TASKS, params={"filter": f"p1 & due {words}"}, headers=alice)
        assert answer.status_code == 422
        assert f"I can't make out “{words}”" in answer.json()["fields"]["filter"]
    assert len(asked) == 1


@pytest.mark.fault
def test_a_saved_filter_whose_words_overran_is_not_kept(
    client: Client, alice: Headers, asked: list[Question]
) -> None:
    query = "due mon,mon,mon,mon,mon,mon,mon,mon,mon,mon"
    answer = client.post(
        COMMANDS,
        json={"actions": [{"type": "create_filter", "name": "Mondays", "query": query}]},
        headers=alice,
    )
    assert answer.status_code == 422
    assert "I can't make out" in answer.text
    assert len(asked) == 1


@pytest.mark.fault
def test_everybody_else_is_answered_while_words_are_read(
    client: Client, alice: Headers, bob: Headers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    log = tmp_path / "asked"
    log.touch()
    pool = Pool(
        (sys.executable, str(STANDING_IN), str(log)), wait_s=GENEROUS_S, patience_s=GENEROUS_S
    )
    monkeypatch.setattr(finding, "_pool", pool)
    monkeypatch.setattr(finding, "_readable", lambda _: "hang")
    with ThreadPoolExecutor() as people:
        texts = [f"add dentist at {hour}" for hour in (3, 4)]
        waiting = [people.submit(say, client, alice, text) for text in texts]
        wait_until(lambda: log.read_text().count("hang") == len(texts))
        for who in (alice, bob):
            assert client.get(TASKS, headers=who).status_code == 200
            made = client.post(TASKS, json={"title": "Milk"}, headers=who)
            assert made.status_code == 201
            assert say(client, who, "add bread")["outcome"] == "done"
        assert not any(each.done() for each in waiting)
        pool.close()
        for each in waiting:
            answer = each.result(GENEROUS_S)
            assert (answer["outcome"], answer["reply"]) == (
                "refused",
                "I have too much to read just now. Try it again in a moment.",
            )
