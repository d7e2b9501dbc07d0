"""The words for what an action is to do: they stand with their data."""

import msgspec


class Steps(msgspec.Struct, frozen=True):
    """What is said of each action of a plan."""

    unnamed: str
    """What stands for something that can't be named."""
    actions: dict[str, str]
    """By the type of the action; ``{named}`` is what it is about."""
    changed: dict[str, str]
    """What the fields are called that an action may change."""
