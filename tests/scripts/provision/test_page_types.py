"""How the API's structs become TypeScript."""

from datetime import date
from typing import Annotated, Any, Literal

import msgspec
import pytest

from scripts.provision.page_types import typescript, written
from shared.tasks import TaskStatus


class Sent(msgspec.Struct, omit_defaults=True, tag="send", tag_field="type"):
    """Leaves out what says nothing; ``x`` is None when it is not known.

    And more.
    """

    needed: str
    spare: int | None = None
    unset: float | msgspec.UnsetType = msgspec.UNSET


class Answered(msgspec.Struct):
    """Has all its fields, always."""

    sent: list[Sent]
    spare: int | None = None
    unset: float | msgspec.UnsetType = msgspec.UNSET
    fresh: list[str] = []


class Dated(msgspec.Struct):
    """Holds what TypeScript is not told of here."""

    day: date


def test_only_what_a_struct_leaves_out_itself_may_be_missing() -> None:
    text = written([Answered])
    assert (
        """
/** Leaves out what says nothing; `x` is null when it is not known. */
export interface Sent {
  type: "send";
  needed: string;
  spare?: number | null;
  unset?: number;
}
"""
        in text
    )
    assert (
        """
/** Has all its fields, always. */
export interface Answered {
  sent: Sent[];
  spare: number | null;
  unset?: number;
  fresh: string[];
}
"""
        in text
    )


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (Annotated[str, msgspec.Meta(max_length=9)], "string"),
        (bool | None, "boolean | null"),
        (list[int | None], "(number | null)[]"),
        (dict[str, list[str]], "Record<string, string[]>"),
        (dict[str, Any], "Record<string, unknown>"),
        (Literal["b", "a"], '"a" | "b"'),
        (TaskStatus, "TaskStatus"),
    ],
)
def test_each_type_has_its_word(kind: Any, word: str) -> None:
    assert typescript(msgspec.inspect.type_info(kind)) == word


def test_a_type_without_a_word_is_refused() -> None:
    with pytest.raises(TypeError, match="no TypeScript"):
        written([Dated])


def test_no_two_structs_share_a_name() -> None:
    namesake = msgspec.defstruct("Answered", [("other", str)])
    with pytest.raises(TypeError, match="two structs of the name Answered"):
        written([Answered, namesake])
