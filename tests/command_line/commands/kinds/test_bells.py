"""Timers and alarms are set, listed, silenced and put off."""

from tests.command_line.conftest import Terminal


def test_a_timer_is_started_and_listed(saydo: Terminal) -> None:
    assert saydo.run("timer", "10m", "pasta") == "Pasta timer set for ten minutes.\n"
    assert saydo.run("timer", "90s", "--called", "egg").startswith("Egg timer set for one minute")
    (pasta, egg) = saydo.json("timers")["items"]
    assert (pasta["label"], pasta["seconds"], egg["label"]) == ("pasta", 600, "egg")
    listed = saydo.run("timers")
    assert "pasta" in listed
    assert "9:5" in listed or "10:00" in listed
    assert saydo.run("say", "pause", "the", "egg", "timer").startswith("Paused the egg timer")
    assert "paused" in saydo.run("timers")
    assert saydo.run("say", "cancel", "all", "timers").startswith("Cancelled the pasta timer.")
    assert saydo.run("timers") == "There are none yet.\n"


def test_an_alarm_is_set_and_listed(saydo: Terminal) -> None:
    said = saydo.run("alarm", "7:00", "on", "weekdays", "--called", "gym")
    assert said.startswith("Gym alarm set for every weekday at 7 AM")
    (alarm,) = saydo.json("alarms")["items"]
    assert (alarm["label"], alarm["at"][11:]) == ("gym", "07:00:00")
    listed = saydo.run("alarms")
    assert "07:00 ↻" in listed
    assert saydo.run("undo").startswith("Undone: the gym alarm is gone")


def test_what_is_no_time_is_asked_about(saydo: Terminal) -> None:
    assert "For how long?" in saydo.run("timer", "pasta", code=1)
    assert "What time" in saydo.run("alarm", "blue", code=1)


def test_what_does_not_ring_can_not_be_silenced(saydo: Terminal) -> None:
    assert "Nothing is ringing" in saydo.run("silence", code=1)
    assert "Nothing is ringing" in saydo.run("snooze", "5", code=1)
