"""The same for the page: small files, and folders that know each other one way only."""

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "control_api/edges/web/page/src"
LONGEST_FILE = 350
GENERATED = SOURCE / "api/contract.ts"
"""As long as the API's own structs are."""
_IMPORTED = re.compile(r'from "(\.[^"]*)";')


def sources() -> list[Path]:
    return sorted([*SOURCE.rglob("*.ts"), *SOURCE.rglob("*.tsx")])


def folder(path: Path) -> str:
    """The folder in the sources; empty for what puts the page together, and what all of it has."""
    return path.relative_to(SOURCE).parent.as_posix().removeprefix(".")


@pytest.mark.parametrize(
    "path", [path for path in sources() if path != GENERATED], ids=lambda path: path.name
)
def test_a_file_of_the_page_holds_one_idea(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LONGEST_FILE


def test_no_two_folders_of_the_page_import_each_other_in_a_circle() -> None:
    imports: dict[str, set[str]] = {folder(path): set() for path in sources()}
    for path in sources():
        for target in _IMPORTED.findall(path.read_text()):
            imports[folder(path)].add(folder((path.parent / target).resolve()))
    assert imports.pop("")

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail, name))
        # Style sheets import nothing.
        for target in imports[name] - {name, "", "styles"}:
            visit(target, (*trail, name))

    for name in imports:
        visit(name, ())
