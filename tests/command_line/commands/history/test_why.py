"""Why something was done, told at a terminal."""

import json

from tests.command_line.conftest import Terminal


def test_the_last_command_is_explained(saydo: Terminal) -> None:
    saydo.run("say", "add milk")
    told = saydo.run("why")
    assert 'I heard "add milk", which is a command that I know.' in told
    assert "create_task" in told
    assert "task.created: Milk" in told
    assert "sentences" in told


def test_an_earlier_one_is_explained_by_the_beginning_of_its_id(saydo: Terminal) -> None:
    first = saydo.json("say", "add milk")["command_id"]
    saydo.run("say", "add bread")
    assert '"add milk"' in saydo.run("why", first[:8])
    assert saydo.json("why", first)["command_id"] == first


def test_it_becomes_a_case_that_is_right(saydo: Terminal) -> None:
    saydo.run("say", "add milk")
    (line,) = saydo.run("why", "--case").splitlines()
    found = json.loads(line)
    assert found["say"] == "add milk"
    assert found["then"] == {"tasks": [{"title": "Milk", "due": None}]}


def test_before_anything_was_asked_there_is_nothing_to_explain(saydo: Terminal) -> None:
    assert "Nothing was asked yet." in saydo.run("why", code=1)
