"""The refusal of one field of a request."""

from shared.problems import InvalidInputError


def invalid(field: str, sentence: str) -> InvalidInputError:
    """Make the error for one field."""
    return InvalidInputError(sentence, fields={field: sentence})
