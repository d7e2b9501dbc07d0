"""What is done to a conversation by voice: how it is held, and that it ends."""

from typing import Any

import msgspec
from msgspec import UNSET
from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.input.fields import invalid
from control_api.kinds.settings.kept import SETTINGS
from control_api.log.changes import Change
from shared.voice_settings import (
    RANGES,
    SETTINGS_ID,
    WORDS,
    ChangeSettings,
    EndConversation,
    VoiceSettings,
)


def change_settings(db: Database, action: ChangeSettings, moment: Moment) -> Result:
    """Change what is given. Raises `InvalidInputError`, which names what may be chosen."""
    given = {k: v for k, v in msgspec.structs.asdict(action).items() if v is not UNSET}
    for name, value in given.items():
        clean_setting(name, value)
    kept = SETTINGS.find(db, SETTINGS_ID)
    before = kept or VoiceSettings(created_at=moment.stamp)
    after = msgspec.structs.replace(before, **given)
    if after == before:
        return Result(action=action, things=[before, before])
    after = msgspec.structs.replace(after, updated_at=moment.stamp)
    SETTINGS.save(db, after)
    return Result(action=action, also=[Change(before=kept, after=after)], things=[before, after])


def clean_setting(name: str, value: Any) -> Any:
    """The value of that setting. Raises `InvalidInputError`, which names what may be chosen."""
    if name in RANGES:
        least, most = RANGES[name]
        if not least <= value <= most:
            raise invalid(name, f"Choose from {least} to {most}.")
    elif value not in WORDS[name]:
        raise invalid(name, f"Choose one of: {', '.join(WORDS[name])}.")
    return value


def end_conversation(db: Database, action: EndConversation, moment: Moment) -> Result:
    """Do nothing here: whoever holds the conversation ends it."""
    del db, moment
    return Result(action=action)
