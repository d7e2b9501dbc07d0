"""The command that shows all that is known of a task."""

from rich.text import Text

from command_line.connection.api import with_client
from command_line.lookup.tasks import OneTask, pick
from command_line.terminal.options import AsJson
from command_line.terminal.printing import clean, moment, print_json, say
from command_line.terminal.tables import show
from command_line.terminal.task_tables import show_facts, show_tasks
from shared.client import SaydoClient
from shared.repeats import OccurrencePage
from shared.tasks import TaskPage
from shared.things import CommentPage

_EVERY = {"limit": 200}


def show_task(task: OneTask, *, as_json: AsJson = False) -> None:
    """Show all that is known of a task."""
    found = pick(task)
    if as_json:
        print_json(found)
        return

    async def look(client: SaydoClient) -> tuple[OccurrencePage, TaskPage, CommentPage]:
        path = f"/api/v1/tasks/{found.id}"
        return (
            await client.ask("GET", f"{path}/occurrences", OccurrencePage),
            await client.ask("GET", f"{path}/subtasks", TaskPage, query=_EVERY),
            await client.ask("GET", f"{path}/comments", CommentPage, query=_EVERY),
        )

    times, parts, comments = with_client(look)
    show_facts(found, times.upcoming)
    if found.notes:
        say(f"\n{found.notes}")
    if parts.items:
        show(Text("\nparts", "bold"))
        show_tasks(parts.items, numbered=False)
    for number, comment in enumerate(comments.items, 1):
        head = f"\ncomment {number}, {clean(comment.author)}, {moment(comment.created_at)}"
        show(Text(head, "dim"))
        say(comment.text)
