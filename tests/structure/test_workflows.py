"""What the continuous integration may do, judged by zizmor: it knows how workflows are abused."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ZIZMOR = [str(Path(sys.executable).parent / "zizmor"), "--offline", "--persona", "pedantic"]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
CARELESS = """
on: pull_request_target
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: echo "${{ github.event.pull_request.title }}"
"""


def judged(folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([*ZIZMOR, str(folder)], capture_output=True, text=True, check=False)


def test_the_workflows_are_without_fault() -> None:
    done = judged(ROOT / ".github")
    assert done.returncode == 0, done.stdout


def test_a_careless_workflow_would_be_found(tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "careless.yml").write_text(CARELESS)
    done = judged(tmp_path)
    assert done.returncode != 0
    for fault in ("dangerous-triggers", "unpinned-uses", "template-injection", "artipacked"):
        assert fault in done.stdout


def test_each_action_is_pinned_by_the_hash_of_one_commit() -> None:
    used = [line for path in WORKFLOWS for line in path.read_text().splitlines() if "uses:" in line]
    assert used
    for line in used:
        assert re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_it_runs_the_commands_that_a_person_runs_and_nothing_else() -> None:
    run = re.findall(r"run: (.*)", "".join(path.read_text() for path in WORKFLOWS))
    assert sorted(run) == [".ci/run", "make advisories"]
