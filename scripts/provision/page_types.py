"""Writes what the page knows of the API as TypeScript, from the API's own structs.

Run by `python -m scripts.provision.page_types`. The OpenAPI description is of the same structs, but
does not say that an answer always has all its fields.
"""

import inspect
import re
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
from msgspec.inspect import (
    AnyType,
    BoolType,
    DictType,
    Field,
    FloatType,
    IntType,
    ListType,
    LiteralType,
    NoneType,
    StrType,
    StructType,
    Type,
    UnionType,
    type_info,
)

from scripts.machine.places import ROOT
from shared.access_tokens import AccessTokens, MadeAccessToken, TokenScope
from shared.accounts import Accounts, BrowserSessions, DeviceCode, Invitation, Me
from shared.actions import (
    CancelTask,
    CompleteTask,
    CreateTask,
    DeleteTask,
    ReopenTask,
    SnoozeTask,
    StartTask,
    Undo,
    UpdateTask,
)
from shared.approvals import ApprovalPage
from shared.backups import BackupPage
from shared.bell_actions import (
    CreateTimer,
    DeleteAlarm,
    DeleteTimer,
    SnoozeBell,
    StopBell,
    UpdateTimer,
)
from shared.bells import Alarm, Timer
from shared.events import CommentEvent, EventType, Kind, OccurrenceEvent, TaskEvent
from shared.feeds import FeedList, MadeFeed
from shared.languages import LanguageName
from shared.moving import ExportFormat, ExportReport, ImportFormat, ImportReport
from shared.outcomes import CommandPage, Outcome, OutcomeKind
from shared.problems import Problem
from shared.progress import ProgressEvent, Stage, Verdict
from shared.reminders import (
    Notifications,
    PushKey,
    ReceiptPage,
    ReminderEvent,
    ReminderState,
    SilentReminders,
)
from shared.repeats import OccurrencePage
from shared.rooms import TokenAnswer
from shared.search import HitPage
from shared.tasks import OPEN, Priority, Source, TaskPage, TaskStatus
from shared.thing_actions import (
    CreateComment,
    CreateFilter,
    CreateProject,
    DeleteComment,
    DeleteFilter,
    DeleteProject,
    UpdateComment,
    UpdateFilter,
    UpdateProject,
)
from shared.things import CommentPage, Person, Project, SavedFilter, Tag
from shared.trash import TrashPage
from shared.turns import Transcripts
from shared.voice_settings import ChangeSettings, VoiceSettings
from shared.webhooks import MadeWebhook, WebhookList
from shared.workspaces import Members, SharedWorkspaces

FOLDER = ROOT / "control_api/edges/web/page/src/api"
ACTIONS = (
    *(CompleteTask, DeleteTask, ReopenTask, SnoozeTask, Undo, UpdateTask),
    *(CancelTask, CreateTask, StartTask, CreateComment, DeleteComment, UpdateComment),
    *(CreateFilter, CreateProject, DeleteFilter, DeleteProject, UpdateFilter, UpdateProject),
    *(ChangeSettings, CreateTimer, DeleteAlarm, DeleteTimer, SnoozeBell, StopBell, UpdateTimer),
)
"""What the page sends; what these are made of is in the other file, with all that it is answered.
"""
WANTED = (
    *(*ACTIONS, Alarm, ApprovalPage, Project, SavedFilter, Timer),
    *(Me, Outcome, Problem, ProgressEvent, ReminderEvent, TaskEvent, TaskPage, TokenAnswer),
)
"""What the page sends and is answered; what these are made of comes with them."""
AROUND = (
    *(CommandPage, CommentPage, HitPage, OccurrencePage, Person, Tag, TrashPage),
    *(CommentEvent, OccurrenceEvent),
)
"""What surrounds the tasks; it has a file of its own, with what only these are made of."""
OWNED = (
    *(AccessTokens, Accounts, BackupPage, BrowserSessions, ExportReport, FeedList, ImportReport),
    *(Invitation, MadeAccessToken, MadeFeed, MadeWebhook, Notifications, PushKey, ReceiptPage),
    *(DeviceCode, Members, SharedWorkspaces),
    *(SilentReminders, Transcripts, VoiceSettings, WebhookList),
)
"""What a person sets, and what is theirs beside tasks; so has this."""
UNREAD = {("PlannedStep", "action")}
"""Fields that the page does not look at, and that most of the API would come with."""
KINDS_ONLY = {
    ("Approval", "actions"): "{ type: string }[]",
    ("Outcome", "actions"): "{ type: string }[]",
}
"""Fields of which the page looks at no more than what kinds of things stand there."""

_HEAD = """\
/**
 * What the page {what} of the control API. Made from `shared/*.py`, where more is said of each
 * field, by `make page`: changes made here are lost.
 */
"""
_WORDS = {
    "Kind": get_args(Kind),
    "OutcomeKind": get_args(OutcomeKind),
    "Priority": get_args(Priority),
    "ReminderState": get_args(ReminderState),
    "Source": get_args(Source),
    "Stage": get_args(Stage),
    "TaskStatus": get_args(TaskStatus),
    "Verdict": get_args(Verdict),
}
_CONSTANTS = (
    ("EVENT_TYPES", "EventType", get_args(EventType)),
    ("EXPORT_FORMATS", "ExportFormat", get_args(ExportFormat)),
    ("IMPORT_FORMATS", "ImportFormat", get_args(ImportFormat)),
    ("LANGUAGES", "LanguageName", get_args(LanguageName)),
    ("TOKEN_SCOPES", "TokenScope", get_args(TokenScope)),
)
"""Words that the page goes through one by one."""
_NAMED = _WORDS | {kind: words for _, kind, words in _CONSTANTS}
_PLAIN: dict[type[Type], str] = {
    AnyType: "unknown",
    BoolType: "boolean",
    FloatType: "number",
    IntType: "number",
    NoneType: "null",
    StrType: "string",
}
_WIDTH = 100


def files() -> dict[Path, str]:
    """Give the text of each file, by where it belongs."""
    sent = frozenset(each.__name__ for each in ACTIONS)
    wanted = _interfaces(WANTED).keys()
    around = frozenset(_interfaces(AROUND).keys() - wanted)
    owned = frozenset(_interfaces(OWNED).keys() - wanted)
    return {
        FOLDER / "actions.ts": _apart("asks", ACTIONS, sent),
        FOLDER / "around.ts": _apart("knows", AROUND, around),
        FOLDER / "contract.ts": written(apart=sent),
        FOLDER / "owned.ts": _apart("knows", OWNED, owned),
    }


def _apart(what: str, wanted: Iterable[type[msgspec.Struct]], names: frozenset[str]) -> str:
    """The structs of these names, which have what they are made of from the contract."""
    interfaces = _interfaces(wanted)
    text = "\n".join(interfaces[name] for name in sorted(names))
    others = [*(interfaces.keys() - names), *_NAMED]
    needed = sorted(name for name in others if re.search(rf"\b{name}\b", text))
    imported = f'import type {{ {", ".join(needed)} }} from "./contract";\n'
    return "\n".join([_HEAD.format(what=what), imported, text])


def written(
    wanted: Iterable[type[msgspec.Struct]] = WANTED, apart: frozenset[str] = frozenset()
) -> str:
    """Give the text of the contract, without the structs of the names that are kept `apart`.

    Raises `TypeError` for a type that it has no word for, and for two of one name.
    """
    interfaces = _interfaces(wanted)
    parts = [_HEAD.format(what="knows")]
    parts += [_one_of(f"export type {name} =", words) for name, words in _WORDS.items()]
    parts += [_constant(*each) for each in _CONSTANTS]
    parts.append(_list("export const OPEN: readonly TaskStatus[] = [", OPEN, "];\n"))
    parts += [interfaces[name] for name in sorted(interfaces.keys() - apart)]
    return "\n".join(parts)


def _constant(name: str, kind: str, words: tuple[str, ...]) -> str:
    """All words of a kind as a list, and the kind."""
    listed = _list(f"export const {name} = [", words, "] as const;\n")
    return f"{listed}export type {kind} = (typeof {name})[number];\n"


def _interfaces(wanted: Iterable[type[msgspec.Struct]]) -> dict[str, str]:
    """Each struct that these are made of as TypeScript, by its name."""
    found: dict[str, StructType] = {}
    for each in wanted:
        _find(type_info(each), found)
    return {name: _interface(struct) for name, struct in found.items()}


def typescript(kind: Type) -> str:
    """Give the TypeScript of a type. Raises `TypeError` for one that it has no word for."""
    match kind:
        case StructType():
            return kind.cls.__name__
        case LiteralType():
            names = (name for name, words in _NAMED.items() if {*words} == {*kind.values})
            return next(names, " | ".join(map(_quoted, kind.values)))
        case UnionType():
            return " | ".join(map(typescript, kind.types))
        case ListType():
            item = typescript(kind.item_type)
            return f"({item})[]" if " " in item else f"{item}[]"
        case DictType():
            return f"Record<{typescript(kind.key_type)}, {typescript(kind.value_type)}>"
    if type(kind) not in _PLAIN:
        raise TypeError(f"There is no TypeScript here for {kind}.")
    return _PLAIN[type(kind)]


def _find(kind: Type, found: dict[str, StructType]) -> None:
    """Put the structs that a type is made of by their names."""
    if isinstance(kind, StructType):
        name = kind.cls.__name__
        if name not in found:
            found[name] = kind
            for field_name, field in _fields(kind):
                if (name, field_name) not in KINDS_ONLY:
                    _find(field.type, found)
        elif found[name].cls is not kind.cls:
            raise TypeError(f"There are two structs of the name {name}.")
        return
    parts = (getattr(kind, name, None) for name in ("item_type", "key_type", "value_type"))
    for part in (*getattr(kind, "types", ()), *filter(None, parts)):
        _find(part, found)


def _fields(struct: StructType) -> Iterator[tuple[str, Field]]:
    for field in struct.fields:
        if (struct.cls.__name__, field.encode_name) not in UNREAD:
            yield field.encode_name, field


def _interface(struct: StructType) -> str:
    """A struct as it is sent: what may be left out is what it leaves out itself."""
    about = inspect.cleandoc(struct.cls.__doc__ or "").split("\n\n")[0]
    about = re.sub(r"\bNone\b", "null", about.replace("``", "`"))
    lines = textwrap.wrap(f"/** {' '.join(about.split())} */", _WIDTH, subsequent_indent=" * ")
    lines.append(f"export interface {struct.cls.__name__} {{")
    if struct.tag is not None:
        lines.append(f"  {struct.tag_field}: {_quoted(struct.tag)};")
    leaves_out = struct.cls.__struct_config__.omit_defaults
    for name, field in _fields(struct):
        is_unset = field.default is msgspec.NODEFAULT is field.default_factory
        mark = "?" if not field.required and (leaves_out or is_unset) else ""
        kinds = KINDS_ONLY.get((struct.cls.__name__, name))
        lines.append(f"  {name}{mark}: {kinds or typescript(field.type)};")
    return "\n".join([*lines, "}", ""])


def _one_of(start: str, words: Iterable[str]) -> str:
    line = f"{start} {' | '.join(map(_quoted, words))};\n"
    if len(line) <= _WIDTH:
        return line
    return "\n  | ".join([start, *map(_quoted, words)]) + ";\n"


def _list(start: str, words: Iterable[str], end: str) -> str:
    line = f"{start}{', '.join(map(_quoted, words))}{end}"
    if len(line) <= _WIDTH:
        return line
    named = ", ".join(map(_quoted, words))
    lines = textwrap.fill(f"{named},", _WIDTH, initial_indent="  ", subsequent_indent="  ")
    return f"{start}\n{lines}\n{end}"


def _quoted(word: Any) -> str:
    return msgspec.json.encode(word).decode()


def main() -> None:
    """Write the files."""
    for path, text in files().items():
        path.write_text(text)


if __name__ == "__main__":
    main()
