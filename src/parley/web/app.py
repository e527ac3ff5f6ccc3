"""The application: each place as a page, as JSON and as CSV, behind what keeps it safe."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Hashable
from functools import partial
from threading import Lock
from typing import Any, Literal
from urllib.parse import parse_qsl

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from parley.errors import ParleyError
from parley.ledger import AmbiguousError, NotRecordedError
from parley.ledger.kept import Lately
from parley.ledger.work import LongWorkError, Work, doing
from parley.project import Project, person_name
from parley.render import csv_text, json_text
from parley.render.environment import static_file, static_names
from parley.render.web import Frame, Links, Lists, fault_html, server_address, waiting_html
from parley.web.asking import Asked, Deed, Place
from parley.web.deeds import DEEDS
from parley.web.deriving import Deriving, TakingIn
from parley.web.finding import jumps
from parley.web.making import Making
from parley.web.places import PLACES
from parley.web.reviewing import Reviewing
from parley.web.safety import Access, Safety
from parley.web.state import RecordState

__all__ = ["make_app"]

_LOG = logging.getLogger(__name__)
_STATIC = {"css": "text/css", "js": "text/javascript"}
_WAIT = "the reports that came are being taken in; ask again in a moment"
_WAITS = {"reports": _WAIT, "stories": "what the reports come to is being worked out; ask again in a moment"}
_PAGES = 128  # kept in memory
_FORMS = {"json": "application/json", "csv": "text/csv"}


def make_app(
    project: Project,
    access: Access | None = None,
    *,
    decides: bool = False,
    person: str | None = None,
    deriving: Deriving | None = None,
    making: Making | None = None,
) -> Safety:
    """The application that shows a project's record to those whom `access` lets in; None: this machine alone.

    `decides` tells whether people may decide on it, for which the project must be open for writing; `person` is who
    does, otherwise PARLEY_PERSON or the name of the user. `deriving` takes in what comes to the record, `making` makes long pages;
    without them a page that is asked for waits until that is done. Raises ParleyError when it is not known who decides.
    """
    review = Reviewing(project, person_name(person) if decides else "", decides=decides)
    pages = _Pages(project, decides=decides, deriving=deriving, making=making)
    routes = [
        Route("/static/{name}", _static, methods=["GET"]),
        Route("/jump.json", pages.jump),
        Route("/state.json", pages.state),
    ]
    for place in (*PLACES, *review.places):
        for form in _FORMS:
            routes.append(Route(_twin(place.path, form), pages.endpoint(place, form), methods=["GET"]))
        routes.append(Route(place.path, pages.endpoint(place, "html"), methods=["GET"]))
    routes += [Route(deed.path, pages.doing(deed), methods=["POST"]) for deed in (*DEEDS, *review.deeds)]
    handlers = {404: pages.nothing_there, 405: pages.nothing_there}
    return Safety(Starlette(routes=routes, exception_handlers=handlers), access=access or Access())


class _Pages:
    """Answers requests one at a time: the connection to the record, and what the ledger keeps, are one."""

    def __init__(self, project: Project, *, decides: bool, deriving: Deriving | None, making: Making | None) -> None:
        self._project, self._decides, self._deriving, self._making = project, decides, deriving, making
        self._lock = Lock()
        self._state = RecordState(project, decides=decides)
        self._kept: Lately[str] = Lately(_PAGES)

    def endpoint(self, place: Place, form: str) -> Callable[[Request], Response]:
        """What answers at a place in one form; run in a thread, as it reads from a file."""

        def answer(request: Request) -> Response:
            if (taken := self._taking_in()) is not None:
                return self._wait(taken, place, form, of="reports")
            with self._lock:
                return self._answer(request, place, form)

        return answer

    def doing(self, deed: Deed) -> Callable[[Request], Awaitable[Response]]:
        """What answers when a form is sent: it is done, and the browser goes on to the page that then is to be seen."""

        def do(form: dict[str, str], request: Request) -> Response:
            if self._taking_in() is not None:
                return self._fault(request, 503, f"{_WAIT}; nothing was decided")
            with self._lock:
                try:
                    return RedirectResponse(deed.do(Asked(self._project, request.path_params, form)), 303)
                except ParleyError as error:
                    return self._fault(request, 400, str(error))

        async def answer(request: Request) -> Response:
            form = dict(parse_qsl((await request.body()).decode("utf-8", "replace"), keep_blank_values=True))
            return await run_in_threadpool(do, form, request)

        return answer

    def state(self, request: Request) -> Response:
        """Which state the record is in, for a page to see whether it is of an older one."""
        with self._lock:
            told = {"state": self._state.name()}
        return Response(msgspec.json.encode(told), media_type=_FORMS["json"])

    def jump(self, request: Request) -> Response:
        """Where one may mean to go by what was typed."""
        if self._taking_in() is not None:
            return Response(b"[]", media_type=_FORMS["json"])
        with self._lock:
            found = jumps(self._project.ledger(), Links(server_address), request.query_params.get("q", ""))
        return Response(msgspec.json.encode(found), media_type=_FORMS["json"])

    def _taking_in(self) -> TakingIn | None:
        return None if self._deriving is None else self._deriving.look()

    def _wait(self, taken: TakingIn, place: Place, form: str, *, of: Literal["reports", "stories"]) -> Response:
        """Say how far it is, and have the page asked for again; no request is held meanwhile."""
        again = {"Cache-Control": "no-store"}
        if form in _FORMS:
            told = f"{_WAITS[of]} ({taken.done:,} of {taken.total:,} {of})\n"
            return PlainTextResponse(told, 503, headers=again | {"Retry-After": "2"})
        page = waiting_html(taken.done, taken.total, self._frame(place.nav), of=of)
        return Response(page, 202, headers=again | {"Refresh": "1"}, media_type="text/html")

    def _answer(self, request: Request, place: Place, form: str) -> Response:
        state = self._state.name()
        tag = f'W/"{state}"'
        if not place.fresh and request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"ETag": tag})
        name = (state, form, request.url.path, request.url.query)
        try:
            content = None if place.fresh else self._kept.get(name)
            content = content or self._kept.keep(
                name, self._made(name, partial(self._content, request, place, form, state))
            )
        except LongWorkError:
            assert self._making is not None
            begun = self._making.begin(name, partial(self._content, request, place, form, state))
            return self._wait(begun, place, form, of="stories")
        except ParleyError as error:
            status = 404 if isinstance(error, NotRecordedError | AmbiguousError) else 400
            return self._fault(request, status, str(error), form=form)
        except Exception as error:
            return self._went_wrong(request, error, form=form)
        headers = {} if place.fresh else {"ETag": tag}
        return Response(content, media_type=_FORMS.get(form, "text/html"), headers=headers)

    def _made(self, name: Hashable, content: Callable[[Project], str]) -> str:
        """What was made beside, else made now, unless that is long."""
        made = self._making.made(name) if self._making is not None else None
        with doing(Work(self._making.most if self._making is not None else None)):
            return made or content(self._project)

    def _content(self, request: Request, place: Place, form: str, state: str, project: Project) -> str:
        lists = Lists(request.url.path, request.url.query, place.most)
        asked = Asked(project, request.path_params, request.query_params, lists if form == "html" else None)
        page: Any = place.page(asked)
        if form == "json":
            return json_text(page) + "\n"
        if form == "csv":
            return csv_text(*place.rows(page))
        query = f"?{request.url.query}" if request.url.query else ""
        twins = tuple((each, _twin(request.url.path, each) + query) for each in _FORMS)
        frame = msgspec.structs.replace(self._frame(place.nav, state=state, twins=twins), lists=lists)
        return place.html(page, frame, asked)

    def _frame(self, nav: str | None = None, *, state: str = "", twins: tuple[tuple[str, str], ...] = ()) -> Frame:
        return Frame(
            Links(server_address),
            self._project.store.path.name,
            place=nav,
            live=True,
            decides=self._decides,
            state=state,
            twins=twins,
        )

    def nothing_there(self, request: Request, error: Exception) -> Response:
        """Say that no page has this address, or that it does not take what was sent."""
        status = getattr(error, "status_code", 404)
        words = "no page has this address" if status == 404 else "this page does not take what was sent to it"
        return self._fault(request, status, f"{words}: {request.url.path}; go on from the first page")

    def _went_wrong(self, request: Request, error: Exception, *, form: str) -> Response:
        """Say that the program is at fault; the server goes on."""
        _LOG.info("%s went wrong", request.url.path, exc_info=error)
        kind = type(error).__name__
        where = "run `parley serve -v` to see where, and report it"
        return self._fault(request, 500, f"the program itself went wrong ({kind}: {error}); {where}", form=form)

    def _fault(self, request: Request, status: int, sentence: str, *, form: str | None = None) -> Response:
        form = form or request.url.path.rpartition(".")[2]
        if form in _FORMS:
            return PlainTextResponse(f"{sentence}\n", status)
        title = {400: "This cannot be asked", 404: "Not in the record", 503: "Not yet"}.get(
            status, "This page cannot be shown"
        )
        return Response(fault_html(title, sentence, self._frame()), status, media_type="text/html")


def _twin(path: str, form: str) -> str:
    """The path of the same page in another form."""
    return f"{path.rstrip('/') or '/home'}.{form}"


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    kind = _STATIC.get(name.rpartition(".")[2])
    if kind is None or name not in static_names():
        return PlainTextResponse("no such file\n", 404)
    return Response(static_file(name), media_type=kind)
