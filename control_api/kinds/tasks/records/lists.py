"""The names of lists, in the order in which they are likely to be meant."""

from collections.abc import Sequence

from shared.things import Project, Thing


def lists_of(used: list[str], things: Sequence[Thing]) -> list[str]:
    """The lists that have tasks, then those that have none yet; none that is archived."""
    projects = [thing for thing in things if isinstance(thing, Project)]
    archived = {project.name for project in projects if project.archived}
    names = dict.fromkeys([*used, *(project.name for project in reversed(projects))])
    return [name for name in names if name not in archived]
