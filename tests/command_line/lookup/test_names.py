"""A project, tag or person is named by a part of the name, and what comes near is offered."""

from tests.command_line.conftest import Terminal


def test_a_name_that_nearly_fits_is_offered(saydo: Terminal) -> None:
    for title in ("Call Sarah", "Buy milk"):
        saydo.run("add", "--exact", title, "--project", "Shopping")
    saydo.run("people", "make", "Sarah Miller")
    saydo.run("people", "make", "Sarah Smith")
    assert "Did you mean “Buy milk”?" in saydo.run("done", "mlik", code=1)
    assert "Did you mean “Shopping”?" in saydo.run("projects", "archive", "shoping", code=1)
    assert "Did you mean “Shopping”?" in saydo.run("list", "--project", "Shoping", code=1)
    assert "Did you mean “Sarah Smith”?" in saydo.run("people", "remove", "smtih", code=1)
    several = saydo.run("people", "remove", "sarah", code=1)
    assert "say which by its id:" in several
    assert several.count("Sarah") == 2
    assert len(saydo.json("people")["items"]) == 2
