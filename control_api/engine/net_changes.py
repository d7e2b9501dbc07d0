"""What a command comes to, thing by thing.

Invariant: played on the state before the command, the net changes give the state after it; each
thing is in them once, or not at all when it is as it was. An undo in between counts as its reverse.
"""

from control_api.engine.results import Result
from control_api.log.changes import Change
from shared.events import Kind


def net_changes(results: list[Result]) -> list[Change]:
    """What has changed from the first to the last of the results: once a thing, or not at all."""
    return [change for change in _net(results).values() if not change.is_none]


def passing(results: list[Result]) -> list[tuple[Kind, str]]:
    """What was there only in between."""
    net = _net(results).items()
    return [key for key, change in net if change.before is None and change.after is None]


def _net(results: list[Result]) -> dict[tuple[Kind, str], Change]:
    net: dict[tuple[Kind, str], Change] = {}
    for change in steps(results):
        first = net[change.key].before if change.key in net else change.before
        net[change.key] = Change(before=first, after=change.after)
    return net


def logged_changes(results: list[Result]) -> list[Change]:
    """The net changes as the log has them.

    With a step between for what lies in the trash now otherwise than it was before.
    """
    alive = {each.key: each.after for each in steps(results) if each.after is not None}
    changes = []
    for change in net_changes(results):
        last = alive.get(change.key)
        if change.after is None and last is not None:
            changes.append(Change(before=change.before, after=last))
            change = Change(before=last, after=None)  # noqa: PLW2901 (the rest of the same)
        changes.append(change)
    return [change for change in changes if not change.is_none]


def steps(results: list[Result]) -> list[Change]:
    """Every change in order, those that were taken back as their reverse."""
    found = []
    for result in results:
        found += [
            Change(before=change.after, after=change.before)
            for undone in reversed(result.undone)
            for change in undone.changes
        ]
        found += result.changes
    return found
