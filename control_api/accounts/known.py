"""Accounts that were looked up before: every request asks for one, and they hardly ever change."""

from control_api.accounts.store import Account, find_account
from control_api.database.open import DatabaseFile


class KnownAccounts:
    """What was found since `control.db` was changed last."""

    def __init__(self, control: DatabaseFile) -> None:
        """Nothing is known yet."""
        self._control = control
        self._changes = control.changes
        self._found: dict[str, Account] = {}

    async def find(self, account_id: str) -> Account | None:
        """Find an account by its id, as it is now."""
        changes = self._control.changes
        if self._changes != changes:
            self._changes = changes
            self._found.clear()
        account = self._found.get(account_id)
        if account is not None:
            return account
        account = await self._control.read(lambda db: find_account(db, account_id))
        # Else what was read may be of before a change that has come since.
        if account is not None and self._control.changes == changes == self._changes:
            self._found[account_id] = account
        return account
