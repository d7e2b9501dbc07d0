"""Every environment variable of the control API, read once and checked at start."""

import ipaddress
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, cast, get_args
from urllib.parse import urlsplit

import msgspec

from control_api.input.time_zones import find_time_zone
from control_api.setup.public_address import (
    PROXIES_HERE,
    PublicAddress,
    read_media_address,
    read_public_address,
)
from control_api.setup.secrets import Secrets, load_or_create
from control_api.setup.setup_error import SetupError
from shared.languages import LanguageName
from shared.problems import InvalidInputError
from shared.secret_settings import SecretFileError, read_secret

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
HIGHEST_PORT = 65535


class RateLimit(NamedTuple):
    """Requests a minute."""

    writes: int
    reads: int


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What this control API is told from outside."""

    data: Path
    """The data folder."""
    secrets: Secrets
    host: str = "127.0.0.1"
    port: int = 7300
    time_zone: str = "UTC"
    """IANA name; what a person's times mean until they say otherwise."""
    language: LanguageName = "en"
    """What a person speaks until they say otherwise."""
    livekit_url: str = "ws://127.0.0.1:7880"
    livekit_public_url: str = ""
    """What clients are told to connect to, when it is neither of the two that they reach it by."""
    public_address: PublicAddress | None = None
    """Where other devices open the page, through a proxy with a certificate."""
    media_address: str = ""
    """Of this machine, for voices from other devices; empty to find it."""
    max_conversations: int = 10
    """By voice, at the same time."""
    max_conversations_each: int = 5
    """Of one account, where there are several."""
    allowed_hosts: frozenset[str] = LOCAL_NAMES
    """Host names, without port, that requests may be addressed to."""
    backup_every_h: float = 24
    """Hours; 0 for none by the clock."""
    backup_keep: int = 14
    """How many backups of each reason stay."""
    private_networks: tuple[str, ...] = ()
    """Private networks that the owner's webhooks and pushes may reach all the same."""
    trusted_proxies: tuple[str, ...] = ()
    """Networks whose word on where a request comes from is believed."""
    rate_limit: RateLimit | None = RateLimit(writes=600, reads=3000)
    """Of one account, and of one address without a credential; None: as often as they like."""

    def private_networks_of(self, account_id: str) -> tuple[str, ...]:
        """The private networks that what an account has sent may reach: none but the owner's."""
        return self.private_networks if account_id == self.secrets.owner_id else ()

    def livekit_url_for(self, host: str) -> str:
        """What a client is told to connect to that came by `host`, a name without a port."""
        if self.livekit_public_url:
            return self.livekit_public_url
        public = self.public_address
        return public.livekit_url if public and host == public.host else self.livekit_url

    @property
    def livekit_urls(self) -> list[str]:
        """All that a client may be told to connect to."""
        hosts = ("", self.public_address.host) if self.public_address else ("",)
        return list(dict.fromkeys(map(self.livekit_url_for, hosts)))

    @property
    def address(self) -> str:
        """Where a person on this machine opens the page."""
        anywhere = self.host in {"0.0.0.0", "::"}
        name = "localhost" if anywhere else _bracketed(self.host)
        return f"http://{name}:{self.port}"


def load_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings. Raises `SetupError` naming the variable that is wrong and the remedy."""
    data = Path(environ.get("SAYDO_DATA") or _default_data(environ)).expanduser().absolute()
    secrets = load_or_create(data)
    host = environ.get("SAYDO_HOST") or "127.0.0.1"
    livekit_url = _url(environ, "LIVEKIT_URL", "ws://127.0.0.1:7880")
    most = _count(environ, "SAYDO_MAX_CONVERSATIONS", 10)
    extra_hosts = environ.get("SAYDO_ALLOWED_HOSTS", "").replace(",", " ").split()
    public = read_public_address(environ)
    if public is not None:
        extra_hosts.append(public.host)
    proxies = _networks(environ, "SAYDO_TRUSTED_PROXIES")
    return Settings(
        data=data,
        secrets=msgspec.structs.replace(
            secrets,
            livekit_key=_secret(environ, "LIVEKIT_API_KEY", secrets.livekit_key),
            livekit_secret=_secret(environ, "LIVEKIT_API_SECRET", secrets.livekit_secret),
            worker_key=_secret(environ, "SAYDO_WORKER_KEY", secrets.worker_key),
        ),
        host=host,
        port=_port(environ),
        time_zone=_time_zone(environ),
        language=_language(environ),
        livekit_url=livekit_url,
        livekit_public_url=_url(environ, "LIVEKIT_PUBLIC_URL", ""),
        public_address=public,
        media_address=read_media_address(environ),
        max_conversations=most,
        max_conversations_each=_count(environ, "SAYDO_MAX_CONVERSATIONS_EACH", (most + 1) // 2),
        allowed_hosts=LOCAL_NAMES | {_bracketed(name).lower() for name in (host, *extra_hosts)},
        backup_every_h=_hours(environ, "SAYDO_BACKUP_EVERY_H", 24),
        backup_keep=_count(environ, "SAYDO_BACKUP_KEEP", 14),
        trusted_proxies=proxies or (PROXIES_HERE if public else ()),
        private_networks=_private_networks(environ),
        rate_limit=_rate_limit(environ),
    )


def _default_data(environ: Mapping[str, str]) -> str:
    home = environ.get("XDG_DATA_HOME") or "~/.local/share"
    return f"{home}/saydo"


def _port(environ: Mapping[str, str]) -> int:
    text = environ.get("SAYDO_PORT") or "7300"
    if text.isascii() and text.isdigit() and 1 <= int(text) <= HIGHEST_PORT:
        return int(text)
    raise SetupError(f"SAYDO_PORT is {text!r}; give it a port number from 1 to {HIGHEST_PORT}.")


def _hours(environ: Mapping[str, str], name: str, default: float) -> float:
    text = environ.get(name) or str(default)
    if re.fullmatch(r"\d{1,4}(\.\d{1,6})?", text, re.ASCII):
        return float(text)
    raise SetupError(f"{name} is {text!r}; give it a number of hours, or 0 for never.")


def _count(environ: Mapping[str, str], name: str, default: int) -> int:
    text = environ.get(name) or str(default)
    if re.fullmatch(r"[1-9]\d{0,3}", text, re.ASCII):
        return int(text)
    raise SetupError(f"{name} is {text!r}; give it a number from 1 to 9999.")


def _networks(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    given = environ.get(name, "").replace(",", " ").split()
    try:
        return tuple(str(ipaddress.ip_network(each, strict=False)) for each in given)
    except ValueError as error:
        raise SetupError(
            f"{name} is wrong ({error}); "
            "give it addresses such as 127.0.0.1 or 10.0.0.0/8, with commas."
        ) from error


def _private_networks(environ: Mapping[str, str]) -> tuple[str, ...]:
    name = "SAYDO_PRIVATE_NETWORKS"
    earlier = "SAYDO_WEBHOOK_NETWORKS"
    return _networks(environ, name if environ.get(name) else earlier)


def _rate_limit(environ: Mapping[str, str]) -> RateLimit | None:
    text = environ.get("SAYDO_RATE_LIMIT") or "600,3000"
    if text.strip().lower() == "off":
        return None
    numbers = [part.strip() for part in text.split(",")]
    if len(numbers) == len(RateLimit._fields) and all(
        part.isascii() and part.isdigit() and int(part) > 0 for part in numbers
    ):
        return RateLimit(*map(int, numbers))
    raise SetupError(
        f"SAYDO_RATE_LIMIT is {text!r}; give it the writes and reads that one account may make "
        "in a minute, such as 600,3000, or off."
    )


def _url(environ: Mapping[str, str], name: str, default: str) -> str:
    text = environ.get(name) or default
    if not text:
        return ""
    parts = urlsplit(text)
    if parts.scheme in {"ws", "wss", "http", "https"} and parts.hostname:
        return text
    raise SetupError(f"{name} is {text!r}; give it an address such as ws://127.0.0.1:7880.")


def _secret(environ: Mapping[str, str], name: str, default: str) -> str:
    try:
        return read_secret(environ, name) or default
    except SecretFileError as error:
        raise SetupError(str(error)) from error


def _time_zone(environ: Mapping[str, str]) -> str:
    name = environ.get("SAYDO_TIME_ZONE")
    if not name:
        return next(filter(_is_time_zone, _system_time_zones(environ)), "UTC")
    if _is_time_zone(name):
        return name
    raise SetupError(
        f"SAYDO_TIME_ZONE is {name!r}; give it an IANA time zone such as Europe/Berlin."
    )


def _language(environ: Mapping[str, str]) -> LanguageName:
    wanted = environ.get("SAYDO_LANGUAGE") or "en"
    for name in get_args(LanguageName):
        if name == wanted:
            return cast("LanguageName", name)
    known = ", ".join(get_args(LanguageName))
    raise SetupError(f"SAYDO_LANGUAGE is {wanted!r}; Saydo speaks {known}.")


def _system_time_zones(environ: Mapping[str, str]) -> list[str]:
    """Where operating systems keep the name of their time zone, in the order they believe it."""
    found = [environ.get("TZ", "").lstrip(":")]
    link = Path("/etc/localtime")
    if link.is_symlink():
        found.append(str(link.resolve()).rpartition("zoneinfo/")[2])
    named = Path("/etc/timezone")
    if named.is_file():
        found.append(named.read_text(encoding="utf-8").strip())
    return found


def _is_time_zone(name: str) -> bool:
    try:
        find_time_zone(name)
    except InvalidInputError:
        return False
    return True


def _bracketed(host: str) -> str:
    """As a Host header writes it."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host
