"""The same stand-ins as those that pushes are sent to."""

from tests.control_api.edges.pushing.conftest import stand_ins

__all__ = ["stand_ins"]
