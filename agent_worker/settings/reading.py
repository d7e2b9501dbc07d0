"""Reading one environment variable, and saying what is wrong with it."""

from collections.abc import Mapping

from shared.secret_settings import SecretFileError, read_secret

Environment = Mapping[str, str]


class SettingsError(Exception):
    """A setting that is missing or wrong; the message says what to do."""


def secret(environment: Environment, name: str) -> str:
    """Read a secret, or the file that holds it; empty when neither is there.

    Raises:
        SettingsError: the file can't be read.

    """
    try:
        return read_secret(environment, name)
    except SecretFileError as error:
        raise SettingsError(str(error)) from error


def needed(environment: Environment, name: str) -> str:
    """Read a secret that must be there. Raises SettingsError."""
    if value := secret(environment, name):
        return value
    raise SettingsError(f"{name} is not set. `make run` sets it; else set it or {name}_FILE.")


def url(environment: Environment, name: str, default: str, schemes: tuple[str, ...]) -> str:
    """Read an address, without a slash at its end. Raises SettingsError."""
    value = (environment.get(name) or default).rstrip("/")
    if not value.startswith(tuple(f"{scheme}://" for scheme in schemes)):
        raise SettingsError(f"{name} is {value!r}: it must start with {schemes[0]}://.")
    return value


def number(environment: Environment, name: str, default: int, lowest: int, highest: int) -> int:
    """Read a whole number. Raises SettingsError."""
    value = environment.get(name) or str(default)
    if not value.isascii() or not value.isdigit() or not lowest <= int(value) <= highest:
        raise SettingsError(f"{name} is {value!r}: use a number from {lowest} to {highest}.")
    return int(value)


def seconds(
    environment: Environment, name: str, default: float, lowest: float, highest: float
) -> float:
    """Read a time in seconds, with or without a fraction. Raises SettingsError."""
    value = environment.get(name) or str(default)
    try:
        found = float(value) if value.isascii() else None
    except ValueError:
        found = None
    if found is None or not lowest <= found <= highest:
        raise SettingsError(f"{name} is {value!r}: use seconds from {lowest:g} to {highest:g}.")
    return found
