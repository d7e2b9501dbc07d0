"""Projects, tags, people, saved filters and comments are made, changed and removed."""

import pytest

from tests.command_line.conftest import Terminal


def test_a_project_is_made_changed_put_away_and_removed(saydo: Terminal) -> None:
    described = ("--colour", "1A7F5A", "--description", "All that is paid")
    assert saydo.run("projects", "make", "Work", *described) == "Added the project Work.\n"
    (work,) = saydo.json("projects")["items"]
    assert (work["colour"], work["description"]) == ("#1a7f5a", "All that is paid")
    assert saydo.json("projects") == saydo.json("projects", "list")
    assert "All that is paid" in saydo.run("projects")
    assert "already a project named Work" in saydo.run("projects", "make", "work", code=1)
    renamed = saydo.run("projects", "edit", "wor", "--name", "Job", "--colour", "none")
    assert renamed == "Renamed the project Work to Job.\n"
    assert saydo.run("projects", "archive", "job") == "Archived the project Job.\n"
    (job,) = saydo.json("projects")["items"]
    assert (job["id"], job["archived"], job["colour"]) == (work["id"], True, None)
    assert "archived" in saydo.run("projects")
    assert "active again" in saydo.run("projects", "unarchive", work["id"][:8])
    saydo.run("add", "write", "the", "report", "--project", "Job")
    removed = saydo.json("projects", "remove", "job")
    assert removed["outcome"] == "done"
    assert saydo.json("show", "report")["project"] is None
    assert saydo.run("undo", removed["command_id"][:8]) == "Undone: the project Job is back.\n"
    assert saydo.json("show", "report")["project"] == "Job"
    assert {each["source"] for each in saydo.json("commands")["items"]} == {"cli"}


def test_a_tag_is_made_changed_and_removed(saydo: Terminal) -> None:
    assert saydo.run("tags", "make", "#deep work", "--colour", "#ff0000").startswith("Added")
    assert "#deep work" in saydo.run("tags")
    saydo.run("add", "write", "--tags", "deep work")
    saydo.run("tags", "edit", "#deep work", "--name", "focus")
    assert saydo.json("show", "write")["tags"] == ["focus"]
    assert saydo.run("tags", "remove", "#focus") == "Deleted the tag focus.\n"
    assert saydo.json("show", "write")["tags"] == []
    assert "saydo tags make NAME" in saydo.run("tags", "remove", "focus", code=1)
    assert saydo.run("undo") == "Undone: the tag focus is back.\n"
    assert saydo.run("redo") == "Redone: the tag focus is gone again.\n"


def test_a_person_is_known_by_names_and_ways_to_reach_them(saydo: Terminal) -> None:
    names = ("--nickname", "Sally", "--nickname", "Sis", "--role", "sister")
    ways = ("--email", "s@example.org", "--phone", "030 123", "--contact", "Signal = +4930")
    saydo.run("people", "make", "Sarah Miller", *names, *ways, "--notes", "No nuts")
    listed = saydo.run("people")
    for fact in ("Sally, Sis", "sister", "email s@example.org", "signal +4930", "No nuts"):
        assert fact in listed
    emails = ("--email", "a@example.org", "--email", "b@example.org")
    saydo.run("people", "edit", "sis", *emails, "--contact", "signal=none", "--nickname", "none")
    (sarah,) = saydo.json("people")["items"]
    assert sarah["nicknames"] == []
    assert [(each["kind"], each["value"]) for each in sarah["contacts"]] == [
        ("phone", "030 123"),
        ("email", "a@example.org"),
        ("email", "b@example.org"),
    ]
    assert "is no contact" in saydo.run("people", "edit", "sarah", "--contact", "signal", code=1)
    assert saydo.run("people", "edit", "Sarah", "--role", "") == "Changed Sarah Miller.\n"
    assert saydo.run("people", "remove", "miller") == "Deleted Sarah Miller.\n"
    assert saydo.json("people")["items"] == []


def test_a_filter_is_saved_run_and_told_where_it_is_wrong(saydo: Terminal) -> None:
    saydo.run("add", "--exact", "Pay the rent", "--due", "2026-12-01", "--tags", "home")
    saydo.run("add", "--exact", "Milk")
    assert saydo.run("filters", "make", "dues", "due", "by", "2099-01-01", "&", "#home")
    assert "due by 2099-01-01 & #home" in saydo.run("filters")
    listed = saydo.json("list", "--saved", "dues")["items"]
    assert [task["title"] for task in listed] == ["Pay the rent"]
    wrong = saydo.run("filters", "make", "bad", "#home & due before", code=1)
    assert "At character 9, “due before”" in wrong
    assert "“due before”" in saydo.run("filters", "edit", "dues", "--query", "due before", code=1)
    saydo.run("filters", "edit", "dues", "--query", "no date", "--name", "undated")
    listed = saydo.json("list", "--saved", "undated")["items"]
    assert [task["title"] for task in listed] == ["Milk"]
    saydo.run("filters", "remove", "undated")
    assert "no saved filter" not in saydo.run("undo")
    assert "Did you mean “undated”?" in saydo.run("list", "--saved", "undatde", code=1)


def test_what_is_wrong_in_a_list_is_told_as_it_was_written(saydo: Terminal) -> None:
    assert saydo.run("list", "due before", code=1).startswith("At character 1, “due before”")


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


def test_a_name_that_nearly_fits_is_offered(saydo: Terminal) -> None:
    for title in ("Call Sarah", "Buy milk"):
        saydo.run("add", "--exact", title, "--project", "Shopping")
    saydo.run("people", "make", "Sarah Miller")
    saydo.run("people", "make", "Sarah Smith")
    assert "Did you mean “Buy milk”?" in saydo.run("done", "mlik", code=1)
    assert "Did you mean “Shopping”?" in saydo.run("projects", "archive", "shoping", code=1)
    assert "Did you mean “Shopping”?" in saydo.run("list", "--project", "Shoping", code=1)
    assert "Did you mean “Sarah Smith”?" in saydo.run("people", "remove", "smtih", code=1)
    several = saydo.run("people", "remove", "sarah", code=1)
    assert "say which by its id:" in several
    assert several.count("Sarah") == 2
    assert len(saydo.json("people")["items"]) == 2


def test_what_is_empty_means_nothing(saydo: Terminal) -> None:
    saydo.run("add", "milk")
    saydo.run("delete", "milk")
    for words in (
        ("undo", ""),
        ("purge", "", "--yes"),
        ("show", " "),
        ("done", ""),
        ("projects", "make", " "),
        ("projects", "remove", ""),
        ("comments", "list", ""),
    ):
        assert saydo.run(*words, code=1)
    assert len(saydo.json("trash")["items"]) == 1
    assert "is empty" in saydo.run("tokens", "make", " ", code=2)
    assert "is empty" in saydo.run("workspaces", "make", "", code=2)


@pytest.mark.parametrize(
    "words",
    [
        ("add",),
        ("add", "--exact"),
        ("edit", "milk", "--title"),
        ("edit", "milk", "--due"),
        ("show",),
        ("list",),
        ("list", "--search"),
        ("projects", "make"),
        ("tags", "remove"),
        ("filters", "make", "x"),
        ("tokens", "make"),
        ("undo",),
        ("restore",),
        ("doctor",),
        ("login",),
    ],
    ids=" ".join,
)
def test_ten_thousand_characters_are_refused_in_a_short_sentence(
    saydo: Terminal, words: tuple[str, ...]
) -> None:
    saydo.run("add", "milk")
    told = saydo.run(*words, "x" * 10_000, code=1)
    assert len(told) < 500
    assert "Traceback" not in told
    assert "`" not in told


def test_a_group_says_where_its_options_go(saydo: Terminal) -> None:
    told = saydo.run("projects", "--json", "list", code=2)
    assert "behind list" in told
    assert "No such command" in saydo.run("projects", "mkae", "Work", code=2)


def test_an_undo_takes_the_id_that_begins_so_and_no_other(saydo: Terminal) -> None:
    made = saydo.json("add", "milk")
    saydo.run("add", "tea")
    shown = saydo.run("commands")
    assert made["command_id"][:8] in shown
    assert "6 characters" in saydo.run("undo", made["command_id"][:5], code=1)
    assert "No command" in saydo.run("undo", "nosuchcommand", code=1)
    assert "milk is off the list" in saydo.run("undo", made["command_id"][:8]).lower()
    assert len(saydo.json("list")["items"]) == 1
