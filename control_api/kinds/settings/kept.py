"""How the settings are kept: like other simple things, but there is one of them, without a name."""

from sqlite_utils import Database

from control_api.kinds.simple.kept import Simple
from control_api.log.changes import Purged
from shared.voice_settings import SETTINGS_ID, VoiceSettings


class KeptSettings(Simple[VoiceSettings]):
    """They are in the trash while nothing is set, which nobody looks for there."""

    is_shown_in_trash = False

    def called(self, subject: VoiceSettings) -> str:
        del subject
        return "what you had set"

    def find_in_trash(self, db: Database, thing_id: str | None) -> list[Purged]:
        del db, thing_id
        return []


SETTINGS = KeptSettings(VoiceSettings, noun="setting")


def settings_of(db: Database) -> VoiceSettings:
    """What is set, with the defaults of what never was."""
    return SETTINGS.find(db, SETTINGS_ID) or VoiceSettings()
