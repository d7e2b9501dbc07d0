"""What is printed of a command about tasks."""

from command_line.terminal.printing import finish, say, when
from shared.outcomes import Outcome


def finish_with_times(outcome: Outcome, *, as_json: bool) -> None:
    """Print what came of it, and the next times of what repeats."""
    finish(outcome, as_json=as_json)
    if not as_json:
        for task in outcome.tasks:
            dates = outcome.upcoming.get(task.id)
            if dates:
                say(f"Next for {task.title}: {', '.join(when(date) for date in dates)}")
