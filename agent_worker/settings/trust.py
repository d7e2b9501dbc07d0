"""What a language model may do: by the exam that it took, unless a person says otherwise."""

from typing import Literal, get_args

import msgspec

from agent_worker.settings.reading import Environment, SettingsError

Trust = Literal["talk", "answer", "tools", "plan"]
"""To chat, to answer questions, to call tools for a single change, and to be shown all tools and
make several changes in a turn."""
ALL: frozenset[Trust] = frozenset(get_args(Trust))

_VARIABLE = "SAYDO_LLM_MAY"
_NOTHING = "nothing"


def read_trust(environment: Environment) -> frozenset[Trust] | None:
    """Read what a person says that their model may do; None when its exam is to say.

    Raises:
        SettingsError: it names something else.

    """
    given = environment.get(_VARIABLE, "")
    words = [word.strip() for word in given.split(",") if word.strip()]
    if not words:
        return None
    if words == [_NOTHING]:
        return frozenset()
    try:
        return msgspec.convert(words, frozenset[Trust])
    except msgspec.ValidationError as error:
        allowed = ", ".join(get_args(Trust))
        raise SettingsError(
            f"{_VARIABLE} is {given!r}: use one or more of {allowed}, with commas, or {_NOTHING}."
        ) from error
