"""A pattern that is compiled when it is first used is like any other."""

import re

import pytest

from control_api.language.words.late_patterns import compile_late
from tests.control_api.language.english import ENGLISH


def test_it_does_what_a_pattern_does() -> None:
    late = compile_late(r"(?P<what>mi?lk)", re.IGNORECASE)
    for _ in range(2):
        found = late.search("some Milk")
        assert found is not None
        assert found["what"] == "Milk"
        assert late.fullmatch("milk!") is None
        assert late.match("milk!")
        assert late.sub("tea", "milk") == "tea"
        assert [each[0] for each in late.finditer("milk MLK")] == ["milk", "MLK"]
        assert late.split("a milk b") == ["a ", "milk", " b"]
    assert late.groupindex == {"what": 1}
    assert late.pattern == "(?P<what>mi?lk)"


def test_what_is_broken_is_told_when_it_is_used() -> None:
    broken = compile_late("(", 0)
    with pytest.raises(re.error):
        broken.search("milk")


def test_no_expression_of_a_language_is_broken() -> None:
    assert ENGLISH.no_list_name.pattern
    for group in ENGLISH.__struct_fields__:
        value = getattr(ENGLISH, group)
        for field in getattr(value, "__struct_fields__", ()):
            if hasattr(getattr(value, field), "search"):
                getattr(value, field).search("milk")
