"""The project is for anyone's machine: no address of one, and no secret, may slip into it."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
FORBIDDEN = {
    "a path of somebody's machine": re.compile(r"/(?:home|Users)/\w+/|/root/\w"),
    "LiveKit's well-known development pair": re.compile(r"devkey\s*[:=]\s*\"?secret"),
}


def tracked_texts() -> list[tuple[str, str]]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout
    texts = []
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path == Path(__file__) or not path.is_file():
            continue
        try:
            texts.append((name, path.read_text()))
        except UnicodeDecodeError:
            continue
    return texts


def test_no_file_names_a_machine_or_a_known_key() -> None:
    found = [
        f"{name}: {what}"
        for name, text in tracked_texts()
        for what, pattern in FORBIDDEN.items()
        if pattern.search(text)
    ]
    assert not found
