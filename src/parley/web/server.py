"""The server: a port of this machine, until Ctrl-C."""

from __future__ import annotations

import socket
import webbrowser
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from parley.errors import ParleyError
from parley.web.safety import LOOPBACK, Access, is_loopback

__all__ = [
    "CannotListenError",
    "Listening",
    "TokenNeededError",
    "access_for",
    "listen",
    "open_browser",
    "serve_until_interrupted",
]

_WILD = frozenset({"0.0.0.0", "::"})


class TokenNeededError(ParleyError):
    """Others could reach the page, and nothing would keep them out."""

    def __init__(self, host: str) -> None:
        """`host` is where it was to be served."""
        super().__init__(
            f"on '{host}' others can reach this record; give --token with a secret of your own, "
            "or leave out --host to serve this machine alone"
        )


class CannotListenError(ParleyError):
    """The port or the address cannot be used."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        """`reason` is what the system says."""
        super().__init__(f"'{host}' port {port} cannot be used ({reason}); give another --port, or 0 for any free one")


def access_for(host: str, token: str | None) -> Access:
    """Who may reach a page served on `host`. Raises TokenNeededError when that is more than this machine."""
    if not is_loopback(host) and not token:
        raise TokenNeededError(host)
    own = {host.casefold()} if host not in _WILD else {socket.gethostname().casefold()}
    return Access(LOOPBACK | own, any_address=host in _WILD, token=token or None)


class Listening:
    """A port that is held, and the address by which a browser reaches it."""

    def __init__(self, held: socket.socket, address: str) -> None:
        """`held` is bound and listens."""
        self.held, self.address = held, address


def listen(host: str, port: int, token: str | None = None) -> Listening:
    """Hold a port (0: any free one) on `host`. Raises CannotListenError."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        held = socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise CannotListenError(host, port, getattr(error, "strerror", None) or str(error)) from error
    shown = "localhost" if host in _WILD else f"[{host}]" if ":" in host else host
    query = f"?token={token}" if token else ""
    return Listening(held, f"http://{shown}:{held.getsockname()[1]}/{query}")


def serve_until_interrupted(app: ASGIApp, listening: Listening, *, ready: Callable[[], None]) -> None:
    """Answer on the port until Ctrl-C, which is how it is meant to end; `ready` is called once it answers."""
    config = uvicorn.Config(app, log_level="error", access_log=False, server_header=False, lifespan="off", ws="none")
    server = _Server(config, ready)
    try:
        server.run(sockets=[listening.held])
    except KeyboardInterrupt:
        return
    finally:
        listening.held.close()


class _Server(uvicorn.Server):
    """Says when it answers."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self._ready()


def open_browser(address: str) -> None:
    """Show the page in the user's browser, if there is one."""
    webbrowser.open(address)
