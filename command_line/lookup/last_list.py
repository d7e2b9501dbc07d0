"""The list that was printed last: its numbers stand for tasks in later commands."""

from command_line.connection.kept_files import read_kept, state_file, write_kept

_FILE = "last-list.json"


def remember_list(task_ids: list[str]) -> None:
    """Keep which tasks were listed last, in their order, so that they have numbers."""
    write_kept(state_file(_FILE), task_ids)


def remembered_list() -> list[str]:
    """The ids of the tasks that were listed last; none when they can't be had."""
    return read_kept(state_file(_FILE), list[str]) or []
