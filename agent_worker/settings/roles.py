"""Who listens, thinks and speaks: for each role an order of providers, and how each is reached."""

from typing import Literal, get_args

import msgspec

from agent_worker.settings.privacy import MayLeave, read_may_leave
from agent_worker.settings.reading import Environment, SettingsError, seconds, secret, url
from shared.voice_settings import Leaves

Provider = Literal["local", "deepgram", "openai"]
RemoteName = Literal["deepgram", "openai"]

_LEAST_S = 0.2
_MOST_S = 60.0
_HTTP = ("http", "https")


class Remote(msgspec.Struct, frozen=True):
    """How a remote provider is reached in one role."""

    name: RemoteName
    model: str
    voice: str
    """Empty where the model is the voice, or where nothing is spoken."""
    url: str
    """Address of its API, without a slash at its end."""
    key: str
    key_variable: str
    """The variable that its key is taken from."""


class RoleSettings(msgspec.Struct, frozen=True):
    """Who plays one role."""

    order: tuple[Provider, ...]
    """The first answers; the next ones take over when it fails."""
    remotes: tuple[Remote, ...]
    """The remote ones of `order`."""
    within_s: float
    """Seconds that a remote provider may say nothing before the next one is asked."""
    left_out: tuple[Provider, ...] = ()
    """Those that are named, and not used, since nothing may leave this machine."""

    def remote(self, name: Provider) -> Remote:
        """Tell how the provider of that name is reached, which must be one of `remotes`."""
        return next(remote for remote in self.remotes if remote.name == name)


class _Home(msgspec.Struct, frozen=True):
    """Where a provider is for all roles, unless a role says otherwise."""

    key: str
    url: str
    default_url: str


class _Variables(msgspec.Struct, frozen=True):
    """The variables of one remote provider in one role, and what holds without them."""

    model: str
    default_model: str
    url: str
    key: str
    voice: str = ""
    default_voice: str = ""


_HOMES: dict[RemoteName, _Home] = {
    "deepgram": _Home("DEEPGRAM_API_KEY", "DEEPGRAM_BASE_URL", "https://api.deepgram.com/v1"),
    "openai": _Home("OPENAI_API_KEY", "OPENAI_BASE_URL", "https://api.openai.com/v1"),
}
_STT: dict[RemoteName, _Variables] = {
    "deepgram": _Variables(
        model="SAYDO_STT_DEEPGRAM_MODEL",
        default_model="nova-3",
        url="SAYDO_STT_DEEPGRAM_URL",
        key="SAYDO_STT_DEEPGRAM_KEY",
    ),
    "openai": _Variables(
        model="SAYDO_STT_OPENAI_MODEL",
        default_model="gpt-4o-mini-transcribe",
        url="SAYDO_STT_OPENAI_URL",
        key="SAYDO_STT_OPENAI_KEY",
    ),
}
_LLM: dict[RemoteName, _Variables] = {
    "openai": _Variables(
        model="SAYDO_LLM_OPENAI_MODEL",
        default_model="gpt-4.1-mini",
        url="SAYDO_LLM_OPENAI_URL",
        key="SAYDO_LLM_OPENAI_KEY",
    ),
}
_TTS: dict[RemoteName, _Variables] = {
    "deepgram": _Variables(
        model="SAYDO_TTS_DEEPGRAM_MODEL",
        default_model="aura-2-andromeda-en",
        url="SAYDO_TTS_DEEPGRAM_URL",
        key="SAYDO_TTS_DEEPGRAM_KEY",
    ),
    "openai": _Variables(
        model="SAYDO_TTS_OPENAI_MODEL",
        default_model="tts-1",
        url="SAYDO_TTS_OPENAI_URL",
        key="SAYDO_TTS_OPENAI_KEY",
        voice="SAYDO_TTS_OPENAI_VOICE",
        default_voice="ash",
    ),
}
_REALTIME: dict[RemoteName, _Variables] = {
    "openai": _Variables(
        model="SAYDO_REALTIME_OPENAI_MODEL",
        default_model="gpt-realtime-1.5",
        url="SAYDO_REALTIME_OPENAI_URL",
        key="SAYDO_REALTIME_OPENAI_KEY",
        voice="SAYDO_REALTIME_OPENAI_VOICE",
        default_voice="marin",
    ),
}


def read_stt(environment: Environment) -> RoleSettings:
    """Read who listens. Raises SettingsError."""
    within = seconds(environment, "SAYDO_STT_WITHIN_S", 2.0, _LEAST_S, _MOST_S)
    return _role(environment, "SAYDO_STT", _STT, within, read_may_leave(environment).stt)


def read_llm(environment: Environment) -> RoleSettings:
    """Read who thinks. Raises SettingsError."""
    within = seconds(environment, "SAYDO_LLM_WITHIN_S", 2.5, _LEAST_S, _MOST_S)
    return _role(environment, "SAYDO_LLM", _LLM, within, read_may_leave(environment).llm)


def read_tts(environment: Environment) -> RoleSettings:
    """Read who speaks. Raises SettingsError."""
    within = seconds(environment, "SAYDO_TTS_WITHIN_S", 1.5, _LEAST_S, _MOST_S)
    return _role(environment, "SAYDO_TTS", _TTS, within, read_may_leave(environment).tts)


def read_realtime(environment: Environment) -> Remote | None:
    """Read which model listens, thinks and speaks in one; None where there is none to.

    There is none either where not all may leave this machine. Raises SettingsError.
    """
    chosen = environment.get("SAYDO_REALTIME")
    if not chosen:
        return None
    for name, variables in _REALTIME.items():
        if chosen == name:
            all_leaves = read_may_leave(environment) == MayLeave()
            return _remote(environment, name, variables) if all_leaves else None
    raise SettingsError(f"SAYDO_REALTIME is {chosen!r}: use {', '.join(_REALTIME)}, or nothing.")


def _role(
    environment: Environment,
    name: str,
    known: dict[RemoteName, _Variables],
    within_s: float,
    leaves: Leaves,
) -> RoleSettings:
    order = _order(environment, name)
    remotes = [provider for provider in order if provider != "local"]
    for provider in remotes:
        if provider not in known:
            raise SettingsError(f"{name} can't be {provider}: use local or {', '.join(known)}.")
    if leaves == "never":
        # Nothing remote is even made, nor needs a key; what is here stands in.
        return RoleSettings(("local",), (), within_s, left_out=tuple(remotes))
    return RoleSettings(
        order, tuple(_remote(environment, each, known[each]) for each in remotes), within_s
    )


def _order(environment: Environment, name: str) -> tuple[Provider, ...]:
    words = [word.strip() for word in (environment.get(name) or "local").split(",")]
    try:
        order = msgspec.convert(words, tuple[Provider, ...])
    except msgspec.ValidationError as error:
        allowed = ", ".join(get_args(Provider))
        raise SettingsError(
            f"{name} is {environment[name]!r}: use one or more of {allowed}, with commas."
        ) from error
    if len(set(order)) < len(order):
        raise SettingsError(f"{name} is {environment[name]!r}: name each provider once.")
    return order


def _remote(environment: Environment, name: RemoteName, variables: _Variables) -> Remote:
    home = _HOMES[name]
    common_url = url(environment, home.url, home.default_url, _HTTP)
    own_url = bool(environment.get(variables.url))
    key_variable = variables.key
    key = secret(environment, variables.key)
    if not key and not own_url:
        # A key goes where it was given for, never to an address that one role has of its own.
        key_variable, key = home.key, secret(environment, home.key)
    if not key and not own_url and not environment.get(home.url):
        raise SettingsError(f"{name} is chosen as a provider: set {home.key} or {variables.key}.")
    return Remote(
        name=name,
        model=environment.get(variables.model) or variables.default_model,
        voice=environment.get(variables.voice) or variables.default_voice,
        url=url(environment, variables.url, common_url, _HTTP),
        key=key,
        key_variable=key_variable,
    )
