"""The changes of what surrounds the tasks: projects, tags, people, saved filters, comments.

In each `Update`, a field left out stays as it is. Undo puts back what was before.
"""

import msgspec
from msgspec import UNSET, UnsetType

from shared.things import Contact


class CreateProject(msgspec.Struct, tag="create_project", omit_defaults=True, frozen=True):
    """Adds a project."""

    name: str
    colour: str | None = None
    description: str = ""
    project_id: str | None = None
    """Chosen by the caller (a UUID), or by the engine when absent; so are the other ids."""


class UpdateProject(msgspec.Struct, tag="update_project", omit_defaults=True, frozen=True):
    """Renames, colours, describes, archives or brings back a project."""

    project_id: str
    name: str | UnsetType = UNSET
    colour: str | None | UnsetType = UNSET
    description: str | UnsetType = UNSET
    archived: bool | UnsetType = UNSET


class DeleteProject(msgspec.Struct, tag="delete_project", frozen=True):
    """Moves a project to the trash; its tasks stay, and are in no project."""

    project_id: str


class CreateTag(msgspec.Struct, tag="create_tag", omit_defaults=True, frozen=True):
    """Adds a tag."""

    name: str
    colour: str | None = None
    tag_id: str | None = None


class UpdateTag(msgspec.Struct, tag="update_tag", omit_defaults=True, frozen=True):
    """Renames or colours a tag, on every task that has it."""

    tag_id: str
    name: str | UnsetType = UNSET
    colour: str | None | UnsetType = UNSET


class DeleteTag(msgspec.Struct, tag="delete_tag", frozen=True):
    """Moves a tag to the trash, and takes it off every task."""

    tag_id: str


class CreatePerson(msgspec.Struct, tag="create_person", omit_defaults=True, frozen=True):
    """Adds a person."""

    name: str
    nicknames: list[str] = []
    role: str = ""
    contacts: list[Contact] = []
    notes: str = ""
    person_id: str | None = None


class UpdatePerson(msgspec.Struct, tag="update_person", omit_defaults=True, frozen=True):
    """Changes what is known of a person."""

    person_id: str
    name: str | UnsetType = UNSET
    nicknames: list[str] | UnsetType = UNSET
    role: str | UnsetType = UNSET
    contacts: list[Contact] | UnsetType = UNSET
    notes: str | UnsetType = UNSET


class DeletePerson(msgspec.Struct, tag="delete_person", frozen=True):
    """Moves a person to the trash; tasks are no longer assigned to them."""

    person_id: str


class CreateFilter(msgspec.Struct, tag="create_filter", omit_defaults=True, frozen=True):
    """Keeps a question to the tasks under a name."""

    name: str
    query: str
    filter_id: str | None = None


class UpdateFilter(msgspec.Struct, tag="update_filter", omit_defaults=True, frozen=True):
    """Renames a saved filter, or makes it ask something else."""

    filter_id: str
    name: str | UnsetType = UNSET
    query: str | UnsetType = UNSET


class DeleteFilter(msgspec.Struct, tag="delete_filter", frozen=True):
    """Moves a saved filter to the trash."""

    filter_id: str


class CreateComment(msgspec.Struct, tag="create_comment", omit_defaults=True, frozen=True):
    """Says something about a task."""

    task_id: str
    text: str
    comment_id: str | None = None


class UpdateComment(msgspec.Struct, tag="update_comment", frozen=True):
    """Changes the words of a comment."""

    comment_id: str
    text: str


class DeleteComment(msgspec.Struct, tag="delete_comment", frozen=True):
    """Moves a comment to the trash."""

    comment_id: str


class RestoreThing(msgspec.Struct, tag="restore_thing", frozen=True):
    """Takes anything but a task out of the trash, as it was."""

    thing_id: str


class PurgeThing(msgspec.Struct, tag="purge_thing", frozen=True):
    """Deletes something in the trash for good, with its parts and comments. Undo can't help."""

    thing_id: str
    """Of a task or anything else."""


class EmptyTrash(msgspec.Struct, tag="empty_trash", frozen=True):
    """Deletes everything in the trash for good. Undo can't help."""


class ListTrash(msgspec.Struct, tag="list_trash", omit_defaults=True, frozen=True):
    """Asks what is in the trash. Changes nothing."""

    deleted_from: str | None = None
    """First day on which it was deleted, ISO date, inclusive; in the person's zone."""
    deleted_to: str | None = None
    """Last day, inclusive."""


class ListChanges(msgspec.Struct, tag="list_changes", omit_defaults=True, frozen=True):
    """Asks what was changed and still is so. Changes nothing."""

    changed_from: str | None = None
    """First day that counts, ISO date, inclusive; in the person's zone."""
    changed_to: str | None = None
    """Last day that counts, inclusive."""
    mine: bool = False
    """Only what the person who asks has changed, in a workspace of several."""
    by: str | None = None
    """Only what the account of this id has changed, in a workspace of several."""
    by_name: str | None = None
    """What they are called in the answer."""
    limit: int | None = None
    """Only what so many commands have changed, the last ones."""


ThingAction = (
    CreateProject
    | UpdateProject
    | DeleteProject
    | CreateTag
    | UpdateTag
    | DeleteTag
    | CreatePerson
    | UpdatePerson
    | DeletePerson
    | CreateFilter
    | UpdateFilter
    | DeleteFilter
    | CreateComment
    | UpdateComment
    | DeleteComment
    | RestoreThing
    | PurgeThing
    | EmptyTrash
    | ListTrash
    | ListChanges
)
"""Any of the above, told apart by its ``type`` field."""
