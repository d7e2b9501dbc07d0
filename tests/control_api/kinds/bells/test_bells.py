"""Timers and alarms over HTTP: set, changed, silenced, undone, kept in trash, export and log."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import Headers

Client = TestClient[Litestar]
NOON = "2065-11-24T12:00:00"
"""In Berlin, where Alice is; and still to come, since what rang a day ago is put away."""


class House:
    """Alice's bells, at a time that the test says."""

    def __init__(self, client: Client, alice: Headers) -> None:
        self.client = client
        self.alice = alice

    def do(self, *actions: dict[str, Any], now: str = NOON, status: int = 200) -> Any:
        body = {"actions": list(actions), "now": now, "time_zone": "Europe/Berlin"}
        answer = self.client.post("/api/v1/commands", json=body, headers=self.alice)
        assert answer.status_code == status, answer.text
        return answer.json()

    def say(self, text: str, now: str = NOON) -> str:
        body = {"text": text, "now": now, "time_zone": "Europe/Berlin"}
        answer = self.client.post("/api/v1/commands", json=body, headers=self.alice)
        assert answer.is_success, answer.text
        reply: str = answer.json()["reply"]
        return reply

    def all(self, kind: str, query: str = "") -> list[Any]:
        answer = self.client.get(f"/api/v1/{kind}{query}", headers=self.alice)
        items: list[Any] = answer.json()["items"]
        return items

    def one(self, kind: str) -> Any:
        (found,) = self.all(kind)
        return found


@pytest.fixture
def house(client: Client, alice: Headers) -> House:
    return House(client, alice)


def test_a_timer_is_set_changed_and_deleted_at_its_address(
    client: Client, alice: Headers, bob: Headers
) -> None:
    made = client.post("/api/v1/timers", json={"seconds": 600, "label": "pasta"}, headers=alice)
    assert made.status_code == 201
    address = made.headers["location"]
    ends = datetime.fromisoformat(made.json()["ends_at"])
    assert timedelta(seconds=590) < ends - datetime.now(UTC) <= timedelta(seconds=601)
    paused = client.patch(address, json={"paused": True}, headers=alice).json()
    assert paused["ends_at"] is None
    assert 590 < paused["left_s"] <= 600
    assert client.get(address, headers=bob).status_code == 404
    assert client.delete(address, headers=alice).status_code == 204
    assert client.get(address, headers=alice).status_code == 404


def test_several_may_have_the_same_name_and_are_found_by_it(house: House) -> None:
    for label in ("egg", "egg", ""):
        house.do({"type": "create_timer", "seconds": 60, "label": label})
    assert [timer["label"] for timer in house.all("timers")] == ["egg", "egg", ""]
    assert len(house.all("timers", "?search=EG")) == 2


def test_pausing_keeps_what_is_left_and_resuming_counts_from_there(house: House) -> None:
    house.do({"type": "create_timer", "seconds": 600})
    timer_id = house.one("timers")["id"]
    change = {"type": "update_timer", "timer_id": timer_id}
    house.do(change | {"paused": True}, now="2065-11-24T12:04:00")
    assert house.one("timers")["left_s"] == 360
    house.do(change | {"add_s": 60}, now="2065-11-24T12:10:00")
    assert house.one("timers")["left_s"] == 420
    house.do(change | {"paused": False}, now="2065-11-24T13:00:00")
    assert house.one("timers")["ends_at"] == "2065-11-24T12:07:00Z"


def test_more_time_is_added_to_what_is_left_and_after_its_end_to_now(house: House) -> None:
    house.do({"type": "create_timer", "seconds": 600})
    change = {"type": "update_timer", "timer_id": house.one("timers")["id"], "add_s": 120}
    house.do(change)
    assert house.one("timers")["ends_at"] == "2065-11-24T11:12:00Z"
    house.do(change, now="2065-11-24T12:20:00")
    assert house.one("timers")["ends_at"] == "2065-11-24T11:22:00Z"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("timers", {"seconds": 0}),
        ("timers", {"seconds": 8 * 24 * 3600}),
        ("timers", {"seconds": 60, "label": "x" * 201}),
        ("alarms", {"at": "2065-11-24"}),
        ("alarms", {"at": "seven"}),
        ("alarms", {"at": "2020-01-01T07:00:00"}),
        ("alarms", {"at": "2099-01-01T07:00:00", "time_zone": "Mars/Olympus"}),
        ("alarms", {"at": "2099-01-01T07:00:00", "repeat": {"rule": "FREQ=HOURLY"}}),
    ],
)
def test_what_can_not_ring_is_refused(
    client: Client, alice: Headers, kind: str, body: dict[str, Any]
) -> None:
    assert client.post(f"/api/v1/{kind}", json=body, headers=alice).status_code in {400, 422}


def test_an_alarm_that_repeats_begins_with_its_next_turn(house: House) -> None:
    rule = {"rule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"}
    house.do({"type": "create_alarm", "at": "2065-11-20T07:00:00", "repeat": rule})
    assert house.one("alarms")["at"] == "2065-11-25T07:00:00"


def test_stopping_ends_what_rings_once_and_moves_on_what_repeats(house: House) -> None:
    daily = {"rule": "FREQ=DAILY"}
    house.do({"type": "create_timer", "seconds": 60})
    house.do({"type": "create_alarm", "at": "2065-11-24T12:01:00", "repeat": daily})
    house.do({"type": "create_alarm", "at": "2065-11-24T18:00:00"})
    said = house.say("stop", now="2065-11-24T12:01:30")
    assert said == (
        "Stopped the one minute timer. Alarm off. It rings again every day at 12:01 PM."
    )
    assert house.all("timers") == []
    assert [each["at"] for each in house.all("alarms")] == [
        "2065-11-25T12:01:00",
        "2065-11-24T18:00:00",
    ]


def test_snoozing_rings_again_and_the_next_turn_stays(house: House) -> None:
    daily = {"rule": "FREQ=DAILY"}
    house.do({"type": "create_alarm", "at": "2065-11-25T07:00:00", "repeat": daily})
    assert house.say("snooze", now="2065-11-25T07:00:30") == "Snoozed for ten minutes."
    alarm = house.one("alarms")
    assert (alarm["at"], alarm["snoozed_until"]) == ("2065-11-26T07:00:00", "2065-11-25T06:10:30Z")
    said = house.say("stop", now="2065-11-25T07:11:00")
    assert said == "Alarm off. It rings again every day at 7 AM."
    assert house.one("alarms")["snoozed_until"] is None


def test_a_timer_can_be_snoozed_too(house: House) -> None:
    house.do({"type": "create_timer", "seconds": 60})
    house.say("snooze for five minutes", now="2065-11-24T12:01:10")
    assert house.one("timers")["ends_at"] == "2065-11-24T11:06:10Z"


def test_what_does_not_ring_can_not_be_stopped(house: House) -> None:
    house.do({"type": "create_timer", "seconds": 600, "label": "pasta"})
    timer_id = house.one("timers")["id"]
    assert house.do({"type": "stop_bell"})["reply"] == "Nothing is ringing."
    named = house.do({"type": "stop_bell", "bell_id": timer_id})
    assert (named["outcome"], named["reply"]) == ("refused", "The pasta timer is not ringing.")
    nobody = "00000000-0000-4000-8000-000000000000"
    assert house.do({"type": "snooze_bell", "bell_id": nobody})["outcome"] == "refused"


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        ("set a timer for ten minutes", "Timer set for ten minutes."),
        ("set a pasta timer for 90 seconds", "Pasta timer set for one minute and 30 seconds."),
        ("wake me at seven", "Alarm set for tomorrow at 7 AM."),
        ("set an alarm for 6:30 on Friday called gym", "Gym alarm set for Friday at 6:30 AM."),
        ("wake me at seven on weekdays", "Alarm set for every weekday at 7 AM."),
        ("which alarms are set", "No alarm is set."),
        ("how long left", "No timer is running."),
    ],
)
def test_it_says_back_what_was_set(house: House, said: str, reply: str) -> None:
    assert house.say(said) == reply


def test_it_says_what_there_is_and_what_becomes_of_it(house: House) -> None:
    house.say("set a pasta timer for ten minutes")
    later = "2065-11-24T12:04:00"
    assert house.say("how long left on the pasta", later) == "The pasta timer has six minutes left."
    assert house.say("two more minutes", later) == "The pasta timer has eight minutes left now."
    house.say("set an egg timer for six minutes", later)
    assert house.say("what timers are running", later) == (
        "You have two timers: egg with six minutes left and pasta with eight minutes left."
    )
    assert house.say("pause the egg timer", later) == "Paused the egg timer with six minutes left."
    assert house.say("cancel the pasta timer", later) == "Cancelled the pasta timer."
    assert house.say("undo that", later) == "Undone: the pasta timer is back."
    house.say("wake me at seven")
    assert house.say("when does my alarm go off") == "Your alarm is set for tomorrow at 7 AM."
    assert house.say("move my alarm to eight") == "Moved the alarm to tomorrow at 8 AM."
    assert house.say("cancel it") == "Cancelled the 8 AM alarm."


def test_each_change_is_undone_kept_in_the_trash_and_exported(
    house: House, client: Client, alice: Headers
) -> None:
    house.say("set a pasta timer for ten minutes")
    house.say("wake me at seven")
    house.say("cancel my alarm")
    trash = client.get("/api/v1/trash", headers=alice).json()["items"]
    assert [(each["kind"], each["name"]) for each in trash] == [("alarm", "alarm")]
    house.say("undo that")
    assert len(house.all("alarms")) == 1
    exported = client.get("/api/v1/export?format=saydo", headers=alice).json()
    assert (len(exported["timers"]), len(exported["alarms"])) == (1, 1)


def test_a_request_that_is_sent_again_sets_no_second_timer(client: Client, alice: Headers) -> None:
    headers = alice | {"Idempotency-Key": "once"}
    first = client.post("/api/v1/timers", json={"seconds": 60}, headers=headers).json()
    again = client.post("/api/v1/timers", json={"seconds": 60}, headers=headers).json()
    assert again == first


def test_they_move_to_another_saydo_whole(
    house: House, client: Client, alice: Headers, bob: Headers
) -> None:
    house.say("set a pasta timer for ten minutes", now="2099-01-01T12:00:00")
    house.say("wake me at seven on weekdays", now="2099-01-01T12:00:00")
    exported = client.get("/api/v1/export?format=saydo", headers=alice).content
    for _ in range(2):  # the second time it is all there
        answer = client.post(
            "/api/v1/import?format=saydo",
            content=exported,
            headers=bob | {"Content-Type": "application/octet-stream"},
        )
        assert answer.is_success, answer.text
    moved = House(client, bob)
    assert moved.all("timers") == house.all("timers")
    assert moved.all("alarms") == house.all("alarms")
