"""What was made is found again by all that it was made of, in a later run too."""

from pathlib import Path

from bench.understanding.remembered import Remembered


def test_what_was_kept_is_found_in_a_later_run(tmp_path: Path) -> None:
    first = Remembered(tmp_path / "heard.db")
    assert first.find([b"voice", b"hello"]) is None
    first.keep([b"voice", b"hello"], b"sound")
    first.close()
    later = Remembered(tmp_path / "heard.db")
    assert later.find([b"voice", b"hello"]) == b"sound"
    assert later.find([b"voicehello"]) is None
    assert later.find([b"hello", b"voice"]) is None
    later.close()


def test_what_is_kept_again_replaces_what_was_there(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path / "heard.db")
    remembered.keep([b"hello"], b"one")
    remembered.keep([b"hello"], b"two")
    assert remembered.find([b"hello"]) == b"two"
    remembered.close()
