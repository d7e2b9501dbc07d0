"""What each remote provider that the settings name is charged to."""

from collections.abc import Mapping

from agent_worker.models.catalogue import Role
from agent_worker.providers.spending.ledger import Account, Charged, Ledger
from agent_worker.providers.spending.prices import Prices
from agent_worker.settings.reading import SettingsError
from agent_worker.settings.roles import Remote, RemoteName, RoleSettings
from agent_worker.settings.spending import SpendingSettings


class Accounts:
    """One for each remote provider in each role, and the ledger that they are kept in."""

    def __init__(
        self, ledger: Ledger, accounts: Mapping[tuple[Charged, RemoteName], Account]
    ) -> None:
        self.ledger = ledger
        self._accounts = accounts

    def of(self, role: Charged, name: RemoteName) -> Account:
        """Give the account of a provider that the settings name."""
        return self._accounts[role, name]


def make_accounts(
    spending: SpendingSettings, roles: Mapping[Role, RoleSettings], realtime: Remote | None
) -> Accounts:
    """Open an account for each remote provider.

    Raises:
        SettingsError: there is a budget, and no price for one of them.

    """
    ledger = Ledger(spending.ledger, spending.limit_usd)
    prices = Prices(spending.prices)
    charged: dict[tuple[Charged, RemoteName], Remote] = {
        (role, remote.name): remote
        for role, settings in roles.items()
        for remote in settings.remotes
    }
    if realtime is not None:
        charged["realtime", realtime.name] = realtime
    accounts = {}
    for (role, name), remote in charged.items():
        price = prices.of(name, remote.model)
        if price is None and spending.limit_usd is not None:
            raise SettingsError(
                f"There is a budget, but no price for {remote.model} of {name}: "
                "write it into a file, and name that in SAYDO_PRICES."
            )
        accounts[role, name] = Account(ledger, role, name, remote.model, price)
    return Accounts(ledger, accounts)
