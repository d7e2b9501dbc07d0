"""The kinds of error, as RFC 9457 problem details: one name, one status, one sentence each."""

import msgspec

BASE = "urn:saydo:problem:"


class Problem(msgspec.Struct, omit_defaults=True, frozen=True):
    """Body of every error, ``application/problem+json``."""

    type: str
    title: str
    status: int
    detail: str = ""
    """What went wrong this time, and what to do about it."""
    fields: dict[str, str] = {}
    """For invalid input: which field, and what is wrong with it."""


class ProblemError(Exception):
    """Raised anywhere in the control API; becomes its `Problem` at the edge."""

    name = "internal-error"
    status = 500
    title = "Something went wrong on our side."

    def __init__(self, detail: str = "", *, fields: dict[str, str] | None = None) -> None:
        """`detail` is a whole sentence for a person; it must hold no secret."""
        super().__init__(detail or self.title)
        self.detail = detail
        self.fields = fields or {}

    def problem(self) -> Problem:
        """Return the body to send."""
        return Problem(
            type=BASE + self.name,
            title=self.title,
            status=self.status,
            detail=self.detail,
            fields=self.fields,
        )


class InvalidInputError(ProblemError):
    """The request can be read, but not carried out as written."""

    name, status, title = "invalid-input", 422, "The request is not valid."


class MalformedError(ProblemError):
    """The body is not what its content type says."""

    name, status, title = "malformed", 400, "The request could not be read."


class UnauthenticatedError(ProblemError):
    """No credential, or one that is expired, forged or used up."""

    name, status, title = "unauthenticated", 401, "Sign in first."


class ForbiddenError(ProblemError):
    """A good credential, for something else."""

    name, status, title = "forbidden", 403, "This credential does not allow that."


class ProofNeededError(ForbiddenError):
    """A good credential, but it does not show that its person is there now."""

    name, title = "proof-needed", "Show once more that it is you."


class NotFoundError(ProblemError):
    """Nothing there, or nothing that this person may know of."""

    name, status, title = "not-found", 404, "There is nothing here."


class MethodNotAllowedError(ProblemError):
    """The address is right, the method is not."""

    name, status, title = "method-not-allowed", 405, "This can't be done here."


class TooSlowError(ProblemError):
    """Half a request, and nobody waits for ever."""

    name, status, title = "too-slow", 408, "The request took too long to arrive."


class ConflictError(ProblemError):
    """Something newer stands in the way."""

    name, status, title = "conflict", 409, "Something newer stands in the way."


class MassChangeError(ProblemError):
    """Much of what is here would change at once, and nobody said that it may."""

    name, status, title = "mass-change", 409, "This would change much of what is here."


class UnsoundBackupError(ProblemError):
    """A backup that is not any more what it was when it was made."""

    name, status, title = "unsound-backup", 409, "This backup is damaged."


class PreconditionFailedError(ProblemError):
    """Not the version that the request was meant for."""

    name, status, title = "precondition-failed", 412, "It is not as you have seen it last."


class TooLargeError(ProblemError):
    """The body is larger than is ever needed."""

    name, status, title = "too-large", 413, "The request is too large."


class TooManyRequestsError(ProblemError):
    """Too often in too short a time; the answer's ``Retry-After`` says when to try again."""

    name, status, title = "too-many-requests", 429, "That was too often."

    def __init__(self, detail: str = "", *, retry_after_s: int) -> None:
        """`retry_after_s` is in seconds."""
        super().__init__(detail)
        self.retry_after_s = retry_after_s


class StorageFullError(ProblemError):
    """The disk is full; what was there is kept, nothing was changed."""

    name, status, title = "storage-full", 507, "The disk is full, so nothing was changed."


class StorageFailedError(ProblemError):
    """The disk failed; nothing was acknowledged."""

    name, status, title = "storage-failed", 503, "The disk did not take the change."


class BusyError(ProblemError):
    """As many conversations as there may be."""

    name, status, title = "busy", 429, "There is no place for another conversation."
    retry_after_s = 10


class VoiceUnavailableError(ProblemError):
    """The LiveKit server can't be reached."""

    name, status, title = "voice-unavailable", 503, "The voice server can't be reached."
