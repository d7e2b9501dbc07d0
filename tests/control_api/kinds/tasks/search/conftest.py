from tests.control_api.engine.conftest import run

__all__ = ["run"]
