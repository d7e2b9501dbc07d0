"""What the page knows of the API is what the API is."""

from scripts.provision.page_types import files


def test_the_types_of_the_page_are_those_of_the_api() -> None:
    for path, text in files().items():
        assert path.read_text() == text, "run `make page`, and commit what it wrote"
