"""Reads one file: a `Job` on standard input, an `Answer` on standard output."""

import errno
import gc
import os
import sys
import traceback

import msgspec

from control_api.edges.exchange.apart.confine import confine
from control_api.edges.exchange.apart.job import Answer, Job, Read, Refusal
from control_api.edges.exchange.apart.spool import Told, write_spool
from control_api.edges.exchange.formats.formats import read_file
from control_api.edges.exchange.parts.limits import too_large
from shared.problems import ProblemError, StorageFailedError, StorageFullError


def main() -> None:
    """Read it, and say what came of it."""
    job = msgspec.json.decode(sys.stdin.buffer.read(), type=Job)
    confine(job.parent)
    # It holds what it makes until it ends: to look for what could go takes half of the time.
    gc.disable()
    answer = _answer(job)
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))
    sys.stdout.buffer.flush()


def _answer(job: Job) -> Answer:
    problem: ProblemError
    try:
        return Read(told=_read(job))
    except ProblemError as error:
        problem = error
    except MemoryError:
        problem = too_large("Reading this file takes too much memory.")
    except OSError as error:
        problem = _storage_problem(error)
    except Exception as error:  # noqa: BLE001 - nobody else is there to say what the fault is
        # Not its message: that may quote what a person wrote.
        where = "".join(traceback.format_tb(error.__traceback__))
        sys.stderr.write(f"Unexpected {type(error).__name__}\n{where}")
        problem = ProblemError("This is our fault, not yours. The server's log says more.")
    return Refusal(name=problem.name, detail=problem.detail, fields=problem.fields)


def _read(job: Job) -> Told:
    with os.fdopen(job.body, "rb") as body, os.fdopen(job.records, "wb") as records:
        return write_spool(read_file(body, job.format, job.circumstances), records)


def _storage_problem(error: OSError) -> ProblemError:
    if error.errno == errno.EFBIG:
        return too_large("There is too much in this file.")
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return StorageFullError("Make room on the disk, then try again.")
    return StorageFailedError("Nothing was changed. Try again.")


if __name__ == "__main__":
    main()
