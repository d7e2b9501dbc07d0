"""What is wrong in a list is told."""

from tests.command_line.conftest import Terminal


def test_what_is_wrong_in_a_list_is_told_as_it_was_written(saydo: Terminal) -> None:
    assert saydo.run("list", "due before", code=1).startswith("At character 1, “due before”")
