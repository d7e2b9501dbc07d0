"""What the page knows of the API is what the API is."""

from scripts.provision.page_types import FILE, written


def test_the_types_of_the_page_are_those_of_the_api() -> None:
    assert FILE.read_text() == written(), "run `make page`, and commit what it wrote"
