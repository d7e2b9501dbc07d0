"""The page's own unit tests, run with the others."""

import subprocess
from pathlib import Path

PAGE = Path(__file__).parents[4] / "control_api/edges/web/page"


def test_the_rules_of_the_page_hold() -> None:
    assert (PAGE / "node_modules").is_dir(), "run `make setup` first"
    done = subprocess.run(
        ["npm", "run", "--silent", "test"], cwd=PAGE, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
