"""Links that sign a browser in, once each."""

from control_api.setup.settings import Settings
from control_api.who.signed_tokens.tokens import make_sign_in_code


def sign_in_links(settings: Settings, account_id: str) -> list[str]:
    """A link to the page by each of its addresses; that of this machine is the first."""
    elsewhere = [settings.public_address.url] if settings.public_address else []
    key = settings.secrets.signing_key
    return [
        f"{address}/#sign-in={make_sign_in_code(key, account_id)}"
        for address in (settings.address, *elsewhere)
    ]
