"""How one is spoken with, from the command line."""

from tests.command_line.conftest import Terminal


def test_they_are_shown_and_changed(saydo: Terminal) -> None:
    assert "30 minutes" in saydo.run("settings")
    changed = saydo.run(
        *("settings", "--speed", "0.9", "--microphone", "push_to_talk", "--sleep-after", "0")
    )
    assert all(each in changed for each in ("0.9", "push_to_talk", "any time"))
    assert saydo.json("settings")["speed"] == 0.9
    saydo.run("undo")
    assert saydo.json("settings")["speed"] == 1.0


def test_what_is_not_among_the_choices_is_refused_with_them(saydo: Terminal) -> None:
    assert "Choose from 0.7 to 1.5." in saydo.run("settings", "--speed", "9", code=1)
    refused = saydo.run("settings", "--sensitivity", "loud", code=1)
    assert "Choose one of: low, normal, high." in refused


def test_what_is_said_is_kept_for_as_long_as_one_wants(saydo: Terminal) -> None:
    assert "no time" in saydo.run("settings")
    assert "7 days" in saydo.run("settings", "--keep-words", "7")
    assert "no time" in saydo.run("settings", "--keep-words", "0")
