"""All tests again and again, beside a process that keeps a core busy: `make steady`.

A test that fails so, and not on a quiet machine, depends on how fast the machine is.
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

TESTS = ("make", "test")
# It ends with whoever started it, however that ends.
_BUSY = "import os\nparent = os.getppid()\nwhile os.getppid() == parent:\n    sum(range(1_000_000))"


def run_beside_a_busy_core(times: int, tests: Sequence[str] = TESTS) -> int:
    """Run the tests so often, or until they fail; the exit code of the last run."""
    with busy_core():
        for number in range(1, times + 1):
            print(f"[steady] run {number} of {times}", flush=True)
            code = subprocess.run(tests, check=False).returncode
            if code:
                return code
    return 0


@contextmanager
def busy_core() -> Iterator[subprocess.Popen[bytes]]:
    """A process that takes all it gets of one core, while the block runs."""
    with subprocess.Popen([sys.executable, "-c", _BUSY]) as busy:
        try:
            yield busy
        finally:
            busy.kill()


if __name__ == "__main__":
    sys.exit(run_beside_a_busy_core(int(sys.argv[1])))
