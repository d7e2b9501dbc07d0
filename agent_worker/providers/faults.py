"""What went wrong with a provider, read out of whatever its client raises."""

import email.utils
import time
from collections.abc import Iterator
from http import HTTPStatus
from typing import Literal
from weakref import WeakKeyDictionary

import msgspec
from livekit.agents import APIError, APITimeoutError
from livekit.agents.llm import LLMError
from livekit.agents.stt import STTError
from livekit.agents.tts import TTSError

from agent_worker.thinking.apologies import Reason

FaultKind = Literal["silent", "empty", "cut", "unreachable", "refused", "busy", "key"]

_LONGEST_WAIT_S = 3600.0
_KEY = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}
_BUSY = {HTTPStatus.TOO_MANY_REQUESTS}
_FAILED = range(400, 600)


_remembered: WeakKeyDictionary[BaseException, "Fault"] = WeakKeyDictionary()


class SilentError(APITimeoutError):
    """A provider took a request and said nothing in time."""

    def __init__(self) -> None:
        super().__init__("It said nothing in time.", retryable=False)


class EmptyAnswerError(APIError):
    """A provider ended its answer without having given one."""

    def __init__(self) -> None:
        super().__init__("Its answer holds nothing.", retryable=False)


class Fault(msgspec.Struct, frozen=True):
    """Why a provider failed. Holds no words of a person, and no key."""

    kind: FaultKind
    status: int = 0
    """The HTTP status of its answer; 0 when there was none."""
    retry_after_s: float = 0.0
    """Seconds that it asked to be left alone for; 0 when it did not."""

    @property
    def reason(self) -> Reason:
        """What the person is told."""
        return self.kind if self.kind in {"busy", "key"} else "away"


def remember(event: LLMError | STTError | TTSError) -> None:
    """Read an error while all of it is there: a stream that passes it on takes its origin away."""
    _remembered[event.error] = fault_of(event.error)


def fault_of(error: BaseException) -> Fault:
    """Tell what is behind an error of a provider's client."""
    if error in _remembered:
        return _remembered[error]
    if isinstance(error, EmptyAnswerError):
        return Fault("empty")
    status = next((found for each in _behind(error) if (found := _status(each))), 0)
    if status in _BUSY:
        waits = (_retry_after(each) for each in _behind(error))
        return Fault("busy", status, next((wait for wait in waits if wait), 0.0))
    if status:
        return Fault("key" if status in _KEY else "refused", status)
    return Fault(_without_status({type(each).__name__ for each in _behind(error)}))


def _without_status(names: set[str]) -> FaultKind:
    """Tell by the names of the errors what went wrong before there was an answer, or in it."""
    if any("Timeout" in name or name == "SilentError" for name in names):
        return "silent"
    if any("Connect" in name and name != "APIConnectionError" for name in names):
        return "unreachable"
    return "cut"


def _behind(error: BaseException) -> Iterator[BaseException]:
    """Give an error and those that it came from; some clients hide them with ``from None``."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _status(error: BaseException) -> int:
    found = getattr(error, "status_code", None) or getattr(error, "status", None)
    # A closed WebSocket has a number of its own in the same place.
    return found if isinstance(found, int) and found in _FAILED else 0


def _retry_after(error: BaseException) -> float:
    """Read the header that says how long to wait: seconds, or a date."""
    headers = getattr(error, "headers", None) or getattr(
        getattr(error, "response", None), "headers", None
    )
    value = headers.get("Retry-After", "") if headers is not None else ""
    try:
        wait = float(value)
    except ValueError:
        date = email.utils.parsedate_tz(value)
        wait = email.utils.mktime_tz(date) - time.time() if date else 0.0
    return min(max(wait, 0.0), _LONGEST_WAIT_S)
