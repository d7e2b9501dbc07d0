"""A task is named by a number, an id or words, and no other is meant."""

from tests.command_line.conftest import Terminal


def test_a_task_is_named_so_that_no_other_is_meant(saydo: Terminal) -> None:
    for title in ("Call Sarah", "Call Tom", "Call"):
        saydo.json("add", title)
    assert "There is no number 7" in saydo.run("done", "7", code=1)
    several = saydo.run("done", "cal", code=1)
    assert "may be one of these" in several
    assert several.count("Call") == 3
    assert saydo.run("show", "2").startswith("Call")
    assert saydo.run("done", "call") == "Done: call.\n"
    assert "no open task like “unicorn”" in saydo.run("done", "unicorn", code=1)
    assert saydo.json("show", "call tom")["status"] == "todo"
    assert saydo.json("show", "call")["status"] == "completed"
    refused = saydo.json("say", "finish", "the", "unicorn", code=1)
    assert refused["outcome"] in {"refused", "not_a_command"}


def test_several_numbers_are_one_command(saydo: Terminal) -> None:
    for title in ("One", "Two", "Three", "Four"):
        saydo.run("add", "--exact", title, "--due", "2026-12-01")
    saydo.run("list")
    saydo.run("done", "1-2", "2", "4")
    assert len(saydo.json("list")["items"]) == 1
    saydo.run("undo")
    assert len(saydo.json("list")["items"]) == 4
    assert "no open task like “3-9”" in saydo.run("done", "3-9", code=1)
