"""How a person wants to be spoken with: what holds in all their conversations by voice.

A person has one of them, kept in their own workspace; what was never changed has its default.
"""

from typing import ClassVar, Literal, get_args

import msgspec
from msgspec import UNSET, UnsetType

SETTINGS_ID = "5e771465-0000-4000-8000-000000000001"
"""Of everybody's: a workspace holds one."""
SLOWEST, FASTEST = 0.7, 1.5
LEAST_PATIENCE, MOST_PATIENCE = 0.5, 4.0
LONGEST_MIN = 24 * 60

Sensitivity = Literal["low", "normal", "high"]
Microphone = Literal["open", "push_to_talk"]
VoiceLeaves = Literal["never", "always"]
Leaves = Literal["never", "questions", "always"]
"""Nothing; only what is no command and not about one's own tasks; or whatever is said."""
RANGES: dict[str, tuple[float, float]] = {
    "speed": (SLOWEST, FASTEST),
    "patience": (LEAST_PATIENCE, MOST_PATIENCE),
    "sleep_after_min": (0, LONGEST_MIN),
    "longest_min": (0, LONGEST_MIN),
}
"""What may be chosen, by the name of the setting: the least and the most."""
WORDS: dict[str, tuple[str, ...]] = {
    "sensitivity": get_args(Sensitivity),
    "microphone": get_args(Microphone),
    "hearing_leaves": get_args(VoiceLeaves),
    "thinking_leaves": get_args(Leaves),
    "speaking_leaves": get_args(Leaves),
}
"""The same of those that are a word; of what may leave this machine, the least first."""
LEAVING = ("hearing_leaves", "thinking_leaves", "speaking_leaves")
"""The settings of what may leave this machine."""


class VoiceSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Answer of ``GET /api/v1/me/settings``."""

    KIND: ClassVar[Literal["settings"]] = "settings"

    id: str = SETTINGS_ID
    created_at: str = ""
    """When something was changed first: UTC, ISO 8601; empty before that."""
    updated_at: str = ""
    speed: float = 1.0
    """Of the voice: 1 is its own, 1.5 half as fast again."""
    patience: float = 1.0
    """How long a silence has to last until what was said counts as all of it: so many times."""
    sensitivity: Sensitivity = "normal"
    """Of the microphone: ``low`` in a loud room, ``high`` for a quiet voice."""
    microphone: Microphone = "open"
    """Whether it listens all the time, or only while a button is held."""
    sleep_after_min: int = 30
    """Minutes of silence after which a conversation ends; 0: never."""
    longest_min: int = 240
    """Minutes after which a conversation ends; 0: never."""
    hearing_leaves: VoiceLeaves = "always"
    """Whether the sound of the voice may go to a provider elsewhere, where one was chosen."""
    thinking_leaves: Leaves = "always"
    """The same of the words that are thought about."""
    speaking_leaves: Leaves = "always"
    """The same of the words that are spoken."""


class VoiceSettingsChanges(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Body of ``PATCH /api/v1/me/settings``: what is left out stays.

    Where one can't be what is given, the answer says what may be chosen: `RANGES`, `WORDS`.
    """

    speed: float | UnsetType = UNSET
    patience: float | UnsetType = UNSET
    sensitivity: str | UnsetType = UNSET
    microphone: str | UnsetType = UNSET
    sleep_after_min: int | UnsetType = UNSET
    longest_min: int | UnsetType = UNSET
    hearing_leaves: str | UnsetType = UNSET
    thinking_leaves: str | UnsetType = UNSET
    speaking_leaves: str | UnsetType = UNSET


class ChangeSettings(msgspec.Struct, tag="change_settings", omit_defaults=True, frozen=True):
    """Changes how the person is spoken with. What is left out stays; undo puts back what was."""

    speed: float | UnsetType = UNSET
    patience: float | UnsetType = UNSET
    sensitivity: str | UnsetType = UNSET
    microphone: str | UnsetType = UNSET
    sleep_after_min: int | UnsetType = UNSET
    longest_min: int | UnsetType = UNSET
    hearing_leaves: str | UnsetType = UNSET
    thinking_leaves: str | UnsetType = UNSET
    speaking_leaves: str | UnsetType = UNSET


class EndConversation(msgspec.Struct, tag="end_conversation", omit_defaults=True, frozen=True):
    """Ends the conversation by voice in which it is said. Changes nothing of what is kept."""

    farewell: Literal["goodbye", "good_night"] = "goodbye"
    """What is said last."""


ConversationAction = ChangeSettings | EndConversation
"""Any of the above, told apart by its ``type`` field."""
