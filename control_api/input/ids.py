"""Ids, as clients and people give them."""

import uuid

from control_api.input.fields import invalid


def clean_id(given: str, field: str = "task_id") -> str:
    """A UUID in its one spelling. Raises `InvalidInputError`."""
    try:
        return str(uuid.UUID(given))
    except ValueError as error:
        raise invalid(field, "An id is a UUID, such as a list gives.") from error
