"""The one mapping of everything that can go wrong to problem details."""

import logging
import re
import sqlite3
import traceback
from http import HTTPStatus
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException, InternalServerException, ValidationException
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import SecurityRequirement

from control_api.setup.setup_error import SetupError
from shared.problems import (
    BusyError,
    ForbiddenError,
    InvalidInputError,
    MalformedError,
    MethodNotAllowedError,
    NotFoundError,
    Problem,
    ProblemError,
    StorageFailedError,
    StorageFullError,
    TooLargeError,
    TooManyRequestsError,
    UnauthenticatedError,
)

MEDIA_TYPE = "application/problem+json"

PUBLIC: list[SecurityRequirement] = [{}]
"""For the description of a route that needs no credential."""

_log = logging.getLogger("saydo.errors")

_STORAGE_FAULTS = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_READONLY,
    }
)
_LENGTH = re.compile(r"Expected `str` of length (<=|>=) (\d+)")
_MALFORMED = MalformedError("The body is not the JSON that this address expects.")
_HTTP_PROBLEMS: dict[int, ProblemError] = {
    401: UnauthenticatedError(),
    403: ForbiddenError(),
    404: NotFoundError("There is nothing at this address."),
    405: MethodNotAllowedError("This address does not know this method."),
    413: TooLargeError("Send less at a time: 1 MiB at most."),
    429: TooManyRequestsError(
        "Wait as many seconds as Retry-After says, then go on.", retry_after_s=60
    ),
}


def problem_responses(*statuses: int) -> dict[int, ResponseSpec]:
    """Document that a route answers with a problem for these statuses.

    Whoever has to sign in may name a workspace that is none of theirs.
    """
    signed_in = UnauthenticatedError.status in statuses
    unknown = {NotFoundError.status} if signed_in else set()
    return {
        status: ResponseSpec(
            data_container=Problem,
            media_type=MEDIA_TYPE,
            description=HTTPStatus(status).phrase,
            generate_examples=False,
        )
        for status in sorted({400, 500, *unknown, *statuses})
    }


def answer_with_problem(_: Request[Any, Any, Any], error: Exception) -> Response[Problem]:
    """Litestar's handler for every exception."""
    problem = to_problem(error)
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    if problem.status == UnauthenticatedError.status:
        headers["WWW-Authenticate"] = "Bearer"
    if isinstance(problem, TooManyRequestsError):
        headers["Retry-After"] = headers.get("RateLimit-Reset", str(problem.retry_after_s))
    if isinstance(problem, BusyError):
        headers["Retry-After"] = str(problem.retry_after_s)
    return Response(
        problem.problem(), status_code=problem.status, media_type=MEDIA_TYPE, headers=headers
    )


def to_problem(error: Exception) -> ProblemError:
    """Find what to tell the caller; log what only the operator may know, without the data."""
    match error:
        case ProblemError():
            problem = error
        case ValidationException():
            problem = _invalid_input(error)
        case HTTPException(status_code=status) if status < HTTPStatus.INTERNAL_SERVER_ERROR:
            problem = _HTTP_PROBLEMS.get(status, _MALFORMED)
        case InternalServerException(detail="client disconnected prematurely"):
            problem = MalformedError("The request ended before it was whole.")
        case UnicodeDecodeError():
            problem = MalformedError("The request is not UTF-8 text.")
        case RecursionError():
            problem = MalformedError("The body is nested too deeply.")
        case sqlite3.Error():
            problem = _storage_problem(error)
        case SetupError():
            _log.error("%s", error)
            problem = StorageFailedError("Your data can't be opened; the server's log says why.")
        case _:
            problem = _unexpected(error)
    return problem


def _invalid_input(error: ValidationException) -> ProblemError:
    """Litestar's list of messages, a field each."""
    fields = {}
    for entry in error.extra if isinstance(error.extra, list) else []:
        if isinstance(entry, dict):
            key, message = str(entry.get("key") or "data"), str(entry.get("message"))
            # Litestar says 'data' of a body, and of one that is not there says only that.
            field = "body" if key == "data" else key
            if entry.get("source") == "header":
                field = field.replace("_", "-").title()
            fields[field] = "It is missing." if message == f"'{key}'" else _plain(message)
    faults = "; ".join(f"{field}: {message}" for field, message in fields.items())
    return InvalidInputError(f"Correct this: {faults}", fields=fields)


def _plain(message: str) -> str:
    """What msgspec says of the length of a text, in words for whoever wrote the text."""
    found = _LENGTH.match(message)
    if found is None:
        return message
    if found[1] == "<=":
        return f"It is too long: {found[2]} characters at most."
    return "It is empty: write something in it." if found[2] == "1" else message


def _storage_problem(error: sqlite3.Error) -> ProblemError:
    # An extended code carries the plain one in its lowest byte.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        _log.warning("The disk is full; a change was refused.")
        return StorageFullError("Make room on the disk, then try again.")
    if code in _STORAGE_FAULTS:
        _log.error("The disk failed: %s", getattr(error, "sqlite_errorname", "unknown"))
        return StorageFailedError("Nothing was changed. Try again; the server's log says more.")
    return _unexpected(error)


def _unexpected(error: Exception) -> ProblemError:
    """Log where it happened, but not the message: it may quote what a person wrote."""
    where = "".join(traceback.format_tb(error.__traceback__))
    _log.error("Unexpected %s\n%s", type(error).__name__, where)
    return ProblemError("This is our fault, not yours. Try again; the server's log says more.")
