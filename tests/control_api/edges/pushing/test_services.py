"""Each service that is named really takes a push, from inside the confinement."""

import pytest

from control_api.edges.pushing.pusher import Pusher
from control_api.edges.pushing.services import OWN_REQUEST, SERVICES, UNKNOWN, refusal_of, scheme_of
from control_api.edges.pushing.targets import target_of
from tests.control_api.edges.pushing.conftest import HERE, KEY, TEXT, Mailbox, StandIn, carry_out

SELF_HOSTED = [
    "bark://{here}/key",
    "gotify://{here}/AAAAAAAAAAAAAAA",
    "hassio://{here}/" + "a" * 64,
    "json://alice:secret@{here}/path",
    "matrix://alice:secret@{here}/!room:h",
    "mmost://{here}/3ccdd113474722377935511fc85d3dd4",
    "nctalk://alice:secret@{here}/room",
    "ntfy://{here}/topic",
    "rocket://alice:secret@{here}/#channel",
    "signal://{here}/+12025550123/+12025550124",
]
HOSTED = [
    "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js",
    "gchat://workspace/key/token",
    "pbul://" + "a" * 32,
    "pover://" + "u" * 30 + "@" + "t" * 30,
    "prowl://" + "a" * 40,
    "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#general",
    "tgram://123456789:abcdefg_hijklmnop/12315544/",
    "ntfy://topic",
]
# As `python -m control_api.edges.pushing`, where every name leads to this machine.
LEADS_HERE = """
import runpy, socket
socket.getaddrinfo = lambda host, port, *_, **__: [(2, 1, 6, "", ("127.0.0.1", port or 0))]
runpy.run_module("control_api.edges.pushing", run_name="__main__")
"""


def test_each_service_is_tried_here() -> None:
    tried = {scheme_of(url) for url in [*SELF_HOSTED, *HOSTED, "mailto://"]}
    assert tried | {f"{name}s" for name in tried} >= set(SERVICES)


@pytest.mark.parametrize("url", SELF_HOSTED, ids=scheme_of)
async def test_a_service_of_ones_own_takes_a_push(url: str, stand_in: StandIn) -> None:
    push = Pusher([HERE], KEY).for_one()
    url = url.format(here=f"{HERE}:{stand_in.port}")
    await push(target_of(url, is_owners=True), TEXT)
    assert b"all Sarah." in stand_in.texts


async def test_a_letter_is_sent(mailbox: Mailbox) -> None:
    push = Pusher([HERE], KEY).for_one()
    url = f"mailto://{HERE}:{mailbox.port}?from=saydo@example.org&to=alice@example.org"
    await push(target_of(url, is_owners=True), TEXT)
    (letter,) = mailbox.letters
    assert b"Subject: Saydo" in letter


@pytest.mark.parametrize("url", HOSTED, ids=scheme_of)
def test_a_service_of_others_is_called_by_tls_and_held_where_its_name_leads_inside(
    url: str,
) -> None:
    answer = carry_out(url, program=("-c", LEADS_HERE), networks=[])
    assert answer.taken == [False]
    assert set(answer.reasons) == {"connecting to ('127.0.0.1', 443)"}


@pytest.mark.parametrize(
    "url",
    [
        "syslog://",
        "rsyslog://192.0.2.1",
        "dbus://",
        "glib://",
        "gnome://",
        "kde://",
        "macosx://",
        "windows://",
        "growl://192.0.2.1",
        "file:///tmp/x",
        "exec:///bin/sh",
        "gopher://example.org/",
        "form://example.org",
        "xml://example.org",
        "apprise://example.org/token",
        "https://example.org/hook",
        "smpp://u:p@example.org/1/2",
        "ntfy",
        "",
    ],
)
def test_what_is_not_named_is_refused(url: str) -> None:
    assert refusal_of(url) == UNKNOWN


@pytest.mark.parametrize(
    "url",
    [
        "json://example.org/?method=DELETE",
        "json://example.org/?METHOD=DELETE",
        "json://example.org/?+X-Header=1",
        "json://example.org/?%2BX-Header=1",
        "json://example.org/?verify=no&-argument=1",
        "json://example.org/?:field=1",
        "slack://a/b/c?+X=1",
        "mailto://u:p@example.org?+Bcc=x",
    ],
)
def test_an_address_can_t_choose_what_is_asked_of_a_service(url: str) -> None:
    assert refusal_of(url) == OWN_REQUEST


@pytest.mark.parametrize(
    "query", ["?method=DELETE", "?x=1&%2bX-Header=1", "#?method=DELETE", "?x=1;+X-Header=1"]
)
def test_nor_can_one_that_is_spelled_in_another_way(query: str, stand_in: StandIn) -> None:
    url = f"json://{HERE}:{stand_in.port}/{query}"
    assert carry_out(url).taken == [False]
    assert stand_in.requests == []
