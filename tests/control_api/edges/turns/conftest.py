"""Alice at home, as where commands are tested."""

from tests.control_api.requests.conftest import home

__all__ = ["home"]
