"""What providers charge: the list that ships with Saydo, and one's own before it."""

import re
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import msgspec

from agent_worker.settings.reading import SettingsError

_SHIPPED = Path(__file__).with_name("prices.yaml")
_MILLION = 1_000_000
_MINUTE_S = 60
_SNAPSHOT = re.compile(r"-20\d\d-\d\d-\d\d$")


class Used(msgspec.Struct, frozen=True):
    """What was used of a provider."""

    seconds: float = 0.0
    """Of sound that it was sent to be heard."""
    characters: int = 0
    """That it was sent to be spoken."""
    tokens_in: int = 0
    """Of text that a language model was given, those that it knew already left out."""
    tokens_cached: int = 0
    tokens_out: int = 0
    audio_in: int = 0
    """Tokens of sound, of a realtime model."""
    audio_cached: int = 0
    audio_out: int = 0

    def __add__(self, other: "Used") -> "Used":
        mine, theirs = msgspec.structs.asdict(self), msgspec.structs.asdict(other)
        return Used(**{name: mine[name] + theirs[name] for name in mine})


class Price(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one model costs, in US dollars."""

    as_of: date
    source: str
    minute: float = 0.0
    million_characters: float = 0.0
    million_tokens_in: float = 0.0
    million_tokens_cached: float = 0.0
    million_tokens_out: float = 0.0
    million_audio_in: float = 0.0
    million_audio_cached: float = 0.0
    million_audio_out: float = 0.0

    def cost(self, used: Used) -> float:
        """What so much costs, in US dollars."""
        by_the_million = (
            used.characters * self.million_characters
            + used.tokens_in * self.million_tokens_in
            + used.tokens_cached * self.million_tokens_cached
            + used.tokens_out * self.million_tokens_out
            + used.audio_in * self.million_audio_in
            + used.audio_cached * self.million_audio_cached
            + used.audio_out * self.million_audio_out
        )
        return used.seconds * self.minute / _MINUTE_S + by_the_million / _MILLION


_List = dict[str, dict[str, Price]]


class Prices:
    """What models cost, by provider and the beginning of their name."""

    def __init__(self, own: Path | None = None) -> None:
        """`own` comes before the list of Saydo. Raises SettingsError."""
        self._lists = [*([_read(own)] if own else []), _shipped()]

    def of(self, provider: str, model: str) -> Price | None:
        """What a model costs, whatever the date of its snapshot; None when that is unknown."""
        plain = _SNAPSHOT.sub("", model)
        for prices in self._lists:
            known = prices.get(provider, {})
            if names := [name for name in known if fnmatchcase(plain, name)]:
                return known[max(names, key=len)]
        return None


@cache
def _shipped() -> _List:
    return _read(_SHIPPED)


def _read(file: Path) -> _List:
    try:
        return msgspec.yaml.decode(file.read_bytes(), type=_List)
    except (OSError, msgspec.MsgspecError) as error:
        raise SettingsError(f"The prices in {file} can't be read: {error}") from error
