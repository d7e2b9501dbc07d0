"""What failed in a run of the tests, once more: a second run's lines stand below the first one's.

`python -m scripts.failures FILE`, FILE as written by `pytest --junitxml`
(https://docs.pytest.org/en/stable/how-to/output.html#creating-junitxml-format-files).
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

LINES_SHOWN = 40


def find_failures(report: Path) -> Iterator[tuple[str, str]]:
    """Yield each test that failed, and the last lines of why.

    Raises:
        OSError: the report can't be read.
        xml.etree.ElementTree.ParseError: it is none.

    """
    # The report was written by the run just before, on this machine.
    for case in ET.parse(report).iter("testcase"):  # noqa: S314
        for kind in ("failure", "error"):
            for why in case.iter(kind):
                lines = (why.text or why.get("message") or "").splitlines()
                name = f"{case.get('classname')}.{case.get('name')}"
                yield name, "\n".join(lines[-LINES_SHOWN:])


if __name__ == "__main__":
    for test, reason in find_failures(Path(sys.argv[1])):
        print(f"\nFAILED {test}\n{reason}", flush=True)
