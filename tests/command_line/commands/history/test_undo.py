"""A command is taken back by the beginning of its id."""

from tests.command_line.conftest import Terminal


def test_an_undo_takes_the_id_that_begins_so_and_no_other(saydo: Terminal) -> None:
    made = saydo.json("add", "milk")
    saydo.run("add", "tea")
    shown = saydo.run("commands")
    assert made["command_id"][:8] in shown
    assert "6 characters" in saydo.run("undo", made["command_id"][:5], code=1)
    assert "No command" in saydo.run("undo", "nosuchcommand", code=1)
    assert "milk is off the list" in saydo.run("undo", made["command_id"][:8]).lower()
    assert len(saydo.json("list")["items"]) == 1
