"""Commands about what was said about a task."""

from typing import Annotated

import typer

from command_line.commands.kinds.changes import change
from command_line.commands.kinds.listing import show_things
from command_line.connection.api import ask
from command_line.lookup.names import fetch_all
from command_line.lookup.tasks import OneTask, pick
from command_line.terminal.errors import CommandLineError
from command_line.terminal.options import AsJson, Limit, Words, joined
from command_line.terminal.printing import moment, print_json, say
from shared.tasks import Task
from shared.thing_actions import DeleteComment, UpdateComment
from shared.things import Comment, CommentPage, NewComment

comments = typer.Typer(help="List the comments about a task; change and remove them.")

Number = Annotated[
    int, typer.Argument(help="Its number among the task's comments, as show prints it.")
]


def comment(task: OneTask, words: Words, *, as_json: AsJson = False) -> None:
    """Write a comment about a task; show prints them."""
    found = pick(task)
    body = NewComment(text=joined(words, "comment 1 on her mobile"))
    made = ask("POST", f"tasks/{found.id}/comments", Comment, body=body)
    if as_json:
        print_json(made)
    else:
        say(f"Noted about {found.title}.")


@comments.command("list")
def list_comments(task: OneTask, *, limit: Limit = 200, as_json: AsJson = False) -> None:
    """List what was said about a task, the oldest first."""
    found = ask("GET", f"tasks/{pick(task).id}/comments", CommentPage, query={"limit": limit})
    rows = [
        (str(number), moment(each.created_at), each.author, each.text)
        for number, each in enumerate(found.items, 1)
    ]
    show_things(found, ("", "when", "who", "comment"), rows, as_json=as_json)


@comments.command("edit")
def edit(
    task: OneTask,
    number: Number,
    words: Annotated[list[str], typer.Argument(help="What it says from now on.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Change the words of a comment."""
    comment = _find(pick(task), number)
    change(UpdateComment(comment.id, " ".join(words)), as_json=as_json)


@comments.command("remove")
def remove(task: OneTask, number: Number, *, as_json: AsJson = False) -> None:
    """Move a comment to the trash; undo and restore bring it back."""
    change(DeleteComment(_find(pick(task), number).id), as_json=as_json)


def _find(task: Task, number: int) -> Comment:
    found: list[Comment] = fetch_all(f"/api/v1/tasks/{task.id}/comments", CommentPage)
    if not 1 <= number <= len(found):
        raise CommandLineError(
            f"{task.title} has no comment {number}. See: saydo comments list TASK"
        )
    return found[number - 1]
