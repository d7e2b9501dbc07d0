"""A secret is given in a variable, or in a file that a variable names."""

from pathlib import Path

import pytest

from shared.secret_settings import SecretFileError, read_secret, variables_of


def test_it_is_what_the_variable_holds() -> None:
    assert read_secret({"A_KEY": "one"}, "A_KEY") == "one"
    assert read_secret({"A_KEY": "one"}, "ANOTHER_KEY") == ""


def test_it_is_what_the_file_holds_also_when_the_variable_is_set(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text(" two\n")
    assert read_secret({"A_KEY_FILE": str(file)}, "A_KEY") == "two"
    assert read_secret({"A_KEY": "one", "A_KEY_FILE": str(file)}, "A_KEY") == "two"
    assert read_secret({"A_KEY": "one", "A_KEY_FILE": ""}, "A_KEY") == "one"


@pytest.mark.parametrize(("content", "reason"), [(None, "No such file"), (b"\xff", "no UTF-8")])
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    file = tmp_path / "key"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SecretFileError, match=reason) as told:
        read_secret({"A_KEY": "one", "A_KEY_FILE": str(file)}, "A_KEY")
    assert str(told.value).startswith(f"A_KEY_FILE names {file}, which ")


def test_it_may_be_in_either_variable() -> None:
    assert variables_of(["A_KEY", "B"]) == {"A_KEY", "A_KEY_FILE", "B", "B_FILE"}
