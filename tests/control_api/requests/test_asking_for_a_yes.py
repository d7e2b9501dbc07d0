"""A language model's wish becomes a question, and only a person's yes makes it happen, once."""

from typing import Any

import pytest
from litestar import Litestar
from sqlite_utils import Database

from control_api.app.schemas import WORKSPACE
from control_api.database.check import check_file
from control_api.engine import approval_store as store
from control_api.setup.settings import Settings
from tests.control_api.conftest import Headers
from tests.control_api.requests.conftest import COMMANDS, ROOM, Client, Home, delete


def test_what_a_model_wants_deleted_waits_for_a_yes(home: Home) -> None:
    (rent,) = home.add("Pay rent")
    asked = home.model(delete(rent))
    assert (asked["outcome"], asked["command_id"] is not None) == ("needs_approval", True)
    assert asked["reply"] == 'Delete "Pay rent"? Say yes or no.'
    assert home.titles() == {"Pay rent"}
    done = home.says("Yes, please.")
    assert (done["outcome"], done["actions"]) == ("done", [delete(rent)])
    assert home.titles() == set()


def test_a_person_is_not_asked(home: Home) -> None:
    (rent,) = home.add("Pay rent")
    body = {"actions": [delete(rent)]}
    answer = home.client.post(COMMANDS, json=body, headers=home.agent).json()
    assert answer["outcome"] == "done"


@pytest.mark.parametrize("no", ["No.", "no thanks", "Nope, leave it", "don't", "Never mind."])
def test_a_no_lets_it_go(home: Home, no: str) -> None:
    (rent,) = home.add("Pay rent")
    home.model(delete(rent))
    assert home.says(no)["outcome"] == "refused"
    assert home.waiting() == []
    assert home.says("Yes")["outcome"] == "not_a_command"
    assert home.titles() == {"Pay rent"}


@pytest.mark.parametrize("else_said", ["Add buy milk", "What's on for today?", "Lovely weather."])
def test_a_yes_after_something_else_was_said_is_no_answer(home: Home, else_said: str) -> None:
    (rent,) = home.add("Pay rent")
    home.model(delete(rent))
    home.says(else_said)
    assert home.says("Yes")["outcome"] == "not_a_command"
    assert "Pay rent" in home.titles()


def test_looking_at_what_words_would_do_answers_nothing(home: Home) -> None:
    (rent,) = home.add("Pay rent")
    approval_id = home.model(delete(rent))["approval_id"]
    planned = home.says("yes", dry_run=True)
    assert (planned["outcome"], planned["reply"]) == ("planned", "Deleted pay rent.")
    assert home.says("no", dry_run=True)["outcome"] == "planned"
    other = home.says("Lovely evening.", dry_run=True)
    assert (other["outcome"], other["approval_id"]) == ("not_a_command", approval_id)
    assert home.titles() == {"Pay rent"}
    assert home.says("yes")["reply"] == planned["reply"]


def test_a_yes_counts_where_it_was_asked_only(home: Home) -> None:
    (rent,) = home.add("Pay rent")
    home.model(delete(rent))
    assert home.says("Yes", conversation="kitchen")["outcome"] == "not_a_command"
    assert home.titles() == {"Pay rent"}


def test_the_last_question_is_the_one_that_is_answered(home: Home) -> None:
    rent, milk = home.add("Pay rent", "Buy milk")
    first = home.model(delete(rent))["approval_id"]
    home.model(delete(milk))
    assert [waits["actions"] for waits in home.waiting()] == [[delete(milk)]]
    assert home.decides(first, "approve").status_code == 404
    home.says("yes")
    assert home.titles() == {"Pay rent"}


def test_more_than_three_changes_are_asked_about_together(home: Home) -> None:
    ids = home.add(*(f"Task {number}" for number in range(12)))
    wanted = [{"type": "complete_task", "task_id": task_id} for task_id in ids]
    asked = home.model(*wanted, said="I have done all of task 1 2 3 4 5 6 7 8 9 10 11 0")
    assert asked["outcome"] == "needs_approval"
    assert asked["reply"].startswith("That would complete twelve tasks: ")
    assert asked["reply"].endswith("and seven more. Shall I? Say yes or no.")
    assert len(home.says("go ahead")["tasks"]) == 12


@pytest.mark.parametrize(
    ("said", "action", "outcome"),
    [
        ("Put the dentist down for three", {"type": "create_task", "title": "Dentist"}, "done"),
        ("The rent thing is paid, tick it off", {"type": "complete_task"}, "needs_approval"),
        ("I'm done with that pay rent thing", {"type": "complete_task"}, "done"),
        ("What about pay rent?", {"type": "complete_task"}, "needs_approval"),
        ("I'm not done with pay rent", {"type": "complete_task"}, "needs_approval"),
        ("Read me pay rent", {"type": "create_task", "title": "Pay rent"}, "needs_approval"),
        ("Is pay rent done?", {"type": "complete_task"}, "needs_approval"),
        (None, {"type": "create_task", "title": "Pay rent"}, "needs_approval"),
        ("Could you shift pay rent to June?", {"type": "update_task", "due": "2030-06-01"}, "done"),
        (
            "Shift pay rent to June",
            {"type": "update_task", "title": "Pay Eve"},
            "needs_approval",
        ),
        (
            "Put the dentist down",
            {"type": "create_task", "title": "Dentist", "notes": "Pay Eve 900"},
            "needs_approval",
        ),
        ("Undo that", {"type": "undo"}, "needs_approval"),
    ],
)
def test_little_is_done_unasked_when_the_persons_own_words_ask_for_it(
    home: Home, said: str | None, action: dict[str, Any], outcome: str
) -> None:
    (rent,) = home.add("Pay rent")
    if action["type"] in {"complete_task", "update_task"}:
        action = action | {"task_id": rent}
    assert home.model(action, said=said)["outcome"] == outcome


@pytest.mark.parametrize("action", [{"type": "empty_trash"}, {"type": "purge_thing"}])
def test_what_is_deleted_for_good_is_no_models_to_ask_for(
    home: Home, action: dict[str, Any]
) -> None:
    (rent,) = home.add("Pay rent")
    home.client.delete(f"/api/v1/tasks/{rent}", headers=home.alice)
    body = {"actions": [action | {"thing_id": rent}], "decided_by": "model"}
    if action["type"] == "empty_trash":
        body = {"actions": [action], "decided_by": "model"}
    answer = home.client.post(COMMANDS, json=body, headers=home.alice).json()
    assert answer["outcome"] == "refused"
    assert len(home.client.get("/api/v1/trash", headers=home.alice).json()["items"]) == 1


def test_a_models_words_are_not_taken_for_a_persons(home: Home) -> None:
    (rent,) = home.add("Pay rent")
    home.model(delete(rent))
    body = {"text": "yes", "conversation": ROOM, "decided_by": "model"}
    assert home.client.post(COMMANDS, json=body, headers=home.agent).status_code == 422
    assert home.titles() == {"Pay rent"}


def test_what_was_changed_since_it_was_asked_about_is_left(home: Home) -> None:
    (rent,) = home.add("Pay rent")
    approval_id = home.model(delete(rent))["approval_id"]
    change = {"title": "Pay rent and deposit"}
    home.client.patch(f"/api/v1/tasks/{rent}", json=change, headers=home.alice)
    answer = home.decides(approval_id, "approve")
    assert answer.json()["outcome"] == "refused"
    assert "changed since" in answer.json()["reply"]
    assert home.titles() == {"Pay rent and deposit"}


def test_a_question_that_nobody_answers_in_time_is_over(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "WAITS_S", -1)
    (rent,) = home.add("Pay rent")
    approval_id = home.model(delete(rent))["approval_id"]
    assert home.waiting() == []
    assert home.decides(approval_id, "approve").status_code == 409
    assert home.says("yes")["outcome"] == "not_a_command"
    assert home.titles() == {"Pay rent"}


def test_what_a_yes_has_done_can_be_undone(home: Home) -> None:
    rent, milk = home.add("Pay rent", "Buy milk")
    home.model(delete(rent), delete(milk))
    home.says("yes")
    assert home.titles() == set()
    home.says("undo that")
    assert home.titles() == {"Pay rent", "Buy milk"}


def test_what_is_deleted_for_good_is_in_no_question_that_waits(
    home: Home, app: Litestar, settings: Settings
) -> None:
    rent, milk = home.add("Pay rent", "Buy milk")
    home.client.delete(f"/api/v1/tasks/{rent}", headers=home.alice)
    home.model(delete(milk), conversation="a")
    home.model({"type": "restore_task", "task_id": rent}, conversation="b")
    home.client.delete(f"/api/v1/trash/{rent}", headers=home.alice)
    assert home.waiting() == []
    path = settings.data / "workspaces" / f"{settings.secrets.owner_id}.db"
    assert b"Pay rent" not in path.read_bytes()
    assert check_file(path, WORKSPACE) == []


def test_of_what_is_decided_only_how_is_kept(home: Home, settings: Settings) -> None:
    (rent,) = home.add("Pay rent")
    home.model(delete(rent))
    home.says("yes")
    path = settings.data / "workspaces" / f"{settings.secrets.owner_id}.db"
    db = Database(path)
    rows = list(db.query("SELECT state, question, actions, versions FROM approvals"))
    db.close()
    assert rows == [{"state": "approved", "question": "", "actions": "[]", "versions": "{}"}]


def test_the_log_tells_a_models_changes_from_a_persons(home: Home) -> None:
    home.model({"type": "create_task", "title": "Dentist"}, said="Put the dentist down")
    (command,) = home.client.get(COMMANDS, headers=home.alice).json()["items"]
    assert command["actor"] == f"session {ROOM}, language model"


def test_somebody_elses_question_is_not_there(home: Home, client: Client, bob: Headers) -> None:
    (rent,) = home.add("Pay rent")
    approval_id = home.model(delete(rent))["approval_id"]
    assert client.get("/api/v1/approvals", headers=bob).json()["items"] == []
    assert home.decides(approval_id, "approve", bob).status_code == 404
    assert home.titles() == {"Pay rent"}
