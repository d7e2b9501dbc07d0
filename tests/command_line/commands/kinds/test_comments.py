"""Comments are written, found, changed and removed."""

from tests.command_line.conftest import Terminal


def test_a_comment_is_written_and_found(saydo: Terminal) -> None:
    saydo.run("add", "call", "Sarah")
    assert saydo.run("comment", "sarah", "on", "her", "mobile").startswith("Noted about ")
    assert "on her mobile" in saydo.run("show", "sarah")
    assert "on her mobile" in saydo.run("search", "mobile")


def test_comments_are_changed_and_removed_by_their_numbers(saydo: Terminal) -> None:
    saydo.run("add", "milk")
    for words in ("oat, please", "two bottles"):
        saydo.run("comment", "milk", words)
    assert "comment 2, owner" in saydo.run("show", "milk")
    assert (
        saydo.run("comments", "edit", "milk", "2", "three", "bottles") == "Changed the comment.\n"
    )
    assert saydo.run("comments", "remove", "milk", "1") == "Deleted the comment.\n"
    texts = [each["text"] for each in saydo.json("comments", "list", "milk")["items"]]
    assert texts == ["three bottles"]
    assert "has no comment 2" in saydo.run("comments", "remove", "milk", "2", code=1)
    assert "has no comment 0" in saydo.run("comments", "edit", "milk", "0", "x", code=1)
    assert saydo.run("undo") == "Undone: the comment is back.\n"
    listed = saydo.run("comments", "list", "milk")
    assert listed.index("oat, please") < listed.index("three bottles")
    assert "saydo comment 1" in saydo.run("comment", "milk", " ", code=1)
