from tests.control_api.commands.conftest import run

__all__ = ["run"]
