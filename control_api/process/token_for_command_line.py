"""``python -m control_api.process.token_for_command_line``: the owner's token, as JSON.

Apart from its other questions, which load five times as much: somebody waits at a terminal.
"""

import sys

from control_api.process.answered import answered
from control_api.setup.settings import load_settings
from control_api.who.signed_tokens.tokens import MOMENT_S, make_owner_token


def make() -> str:
    """Another one is made when it is over, so it need not be listed. Raises `SetupError`."""
    secrets = load_settings().secrets
    return make_owner_token(secrets.signing_key, secrets.owner_id, MOMENT_S)


if __name__ == "__main__":
    sys.exit(answered(make))
