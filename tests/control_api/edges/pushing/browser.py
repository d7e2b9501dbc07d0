"""A stand-in for a browser and for the service of its maker, which messages go through."""

import base64
import datetime as dt
import ipaddress
import secrets
import ssl
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import http_ece
import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from tests.control_api.edges.pushing.conftest import HERE, Seen, StandIn


class Browser:
    """Has subscribed at a service of its own, which listens here and speaks TLS."""

    def __init__(self, folder: Path) -> None:
        """`folder` gets the certificate that whoever sends must trust."""
        self.certificate = folder / "service.pem"
        self.service = StandIn(_certified(self.certificate))
        self.service.status = 201
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._auth = secrets.token_bytes(16)

    def address(self, **changes: str) -> str:
        """What a page of Saydo makes of the subscription."""
        point = self._key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        said = {
            "endpoint": f"https://{HERE}:{self.service.port}/push/canary",
            "p256dh": _written(point),
            "auth": _written(self._auth),
            "name": "Firefox on Linux",
        }
        return f"webpush://browser/?{urlencode(said | changes)}"

    def read(self, seen: Seen) -> str:
        """The text of a message that has arrived; raises when it is not for this browser."""
        assert header(seen, "content-encoding") == "aes128gcm"
        text: bytes = http_ece.decrypt(
            seen.body, private_key=self._key, auth_secret=self._auth, version="aes128gcm"
        )
        return text.decode()

    def sender(self, seen: Seen, public_key: str) -> dict[str, Any]:
        """What the sender claims; raises unless it is signed with that key."""
        scheme, token, key = header(seen, "authorization").replace(",", " ").split()
        assert (scheme, key) == ("vapid", f"k={public_key}")
        point = base64.urlsafe_b64decode(public_key + "=" * (-len(public_key) % 4))
        claims: dict[str, Any] = jwt.decode(
            token.removeprefix("t="),
            ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point),
            algorithms=["ES256"],
            audience=f"https://{HERE}:{self.service.port}",
        )
        return claims


def header(seen: Seen, name: str) -> str:
    """A header of a request, whose name is small."""
    return {each.lower(): value for each, value in seen.headers.items()}[name]


def _written(key: bytes) -> str:
    return base64.urlsafe_b64encode(key).rstrip(b"=").decode()


def _certified(path: Path) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "push service")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HERE))]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    path.write_bytes(
        certificate.public_bytes(Encoding.PEM)
        + key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context
