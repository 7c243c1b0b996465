"""Rendering: one environment of templates, the filters they use, and what every page is given."""

import dataclasses
import datetime as dt
import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import jinja2
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from memcon.export.csvtext import csv_text
from memcon.questions import Record, listing, wording
from memcon.questions import parties as naming
from memcon.web import addresses, wanted
from memcon.web.editing import Editing

T = TypeVar("T")
GONE_THROUGH = 300  # entries a question that looks at each goes through, unless a time is asked for
KEPT = 64  # answers kept for as long as the record does not change


class Pages:
    """What the routes share: the record, the templates, the right to edit and the day it is."""

    def __init__(self, record: Record, editing: Editing, today: Callable[[], dt.date]):
        self.record = record
        self.editing = editing
        self.today = today
        self._kept: dict[tuple[object, ...], Any] = {}

    def day(self, request: Request) -> dt.date:
        """The day a page is asked as of."""
        return wanted.day(request, self.today())

    def ask(self, question: Callable[..., T], *args: Any, **named: Any) -> T:
        """Put a question to the record; its first argument is the open transaction."""
        answer: T = self.record.store.ask(lambda connection: question(connection, *args, **named))
        return answer

    def kept(self, name: str, key: tuple[object, ...], answer: Callable[[], T]) -> T:
        """An answer that is worked out once for each state of the record: for what goes through all of it."""
        at = (name, self.ask(listing.state), *key)
        if at not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[at] = answer()
        found: T = self._kept[at]
        return found

    def forget(self) -> None:
        """Throw away what was kept."""
        self._kept.clear()

    def bounded(self, asked: "wanted.Wanted", day: dt.date) -> "wanted.Wanted":
        """A filter without a beginning, made to begin with the newest entries where there are very many."""
        if asked.since:
            return asked
        last = asked.days["until"] or day.isoformat()
        since = self.ask(listing.newest, asked.parties, count=GONE_THROUGH, until=last)
        if since is None:
            return asked
        return dataclasses.replace(asked, since=since, days=asked.days | {"since": since}, cut=True)

    def piece(self, request: Request, name: str) -> bool:
        """Whether a page asks for the piece of that name, to put it in its place: its script is at work."""
        return request.headers.get("hx-target", "").endswith(f"#{name}")

    def prepare(self) -> None:
        """Make all templates ready: each takes as long as a page of it."""
        environment = _environment()
        for name in environment.list_templates(extensions=["html"]):
            environment.get_template(name)

    def html(self, request: Request, template: str, *, code: int = 200, **context: Any) -> HTMLResponse:
        """A page, or from a template that begins with `_`, a piece of one."""
        held = {
            "here": request.url.path,
            "editing": self.editing.on,
            "signed_in": self.editing.signed_in(request),
            "mark": self.editing.mark(request),
            "address": addresses,
        }
        return HTMLResponse(_environment().get_template(template).render(held | context), code)


def csv(name: str, columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> Response:
    """Rows as a file of that name."""
    head = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(csv_text(columns, rows), media_type="text/csv; charset=utf-8", headers=head)


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("memcon.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        date=wording.date,
        duration=wording.duration,
        kind=wording.kind,
        followed=wording.followed,
        note=wording.note,
        who=who,
        place=place,
        person=wording.person,
        words=words,
        party=naming.name,
        parties=parties,
        sign=sign,
        money=money,
        plural=plural,
        value=value,
        fact=fact,
        link=link,
        begin=begin,
        field=field,
        language=language,
    )
    return environment


def words(code: str | None) -> str:
    """`contact_refused` as `contact refused`."""
    return (code or "").replace("_", " ")


def begin(said: str) -> str:
    """The words with a capital letter at their beginning."""
    return said[:1].upper() + said[1:]


_FIELDS = {
    "initiator": "by whom",
    "target": "towards whom",
    "participants": "who took part",
    "first_since": "said to be",
}


def field(name: str) -> str:
    """What a field is called on a page."""
    return _FIELDS.get(name, words(name))


def who(entry: Any) -> str:
    """Everyone in an entry, parties without people by their names."""
    return wording.who(entry, naming.name)


def parties(codes: str | Iterable[str] | None) -> str:
    """Codes as names: `GBR|USA` and a list alike."""
    listed = codes.split("|") if isinstance(codes, str) else list(codes or ())
    return ", ".join(naming.name(code) for code in listed)


def place(value: Any) -> str:
    """A place by name and country: `Geneva, Switzerland`."""
    name, country = (
        (value.get("name"), value.get("country")) if isinstance(value, dict) else (value.name, value.country)
    )
    return ", ".join(v for v in (name, naming.name(country) if country else None) if v)


def fact(told: str, field: str) -> str:
    """A value on which sources differ, as a comparison gives it: a date, codes of parties, a place with a code."""
    if field == "date":
        return wording.date(told)
    if field in ("initiator", "target"):
        return parties(told)
    if field == "place":
        name, _, country = told.rpartition(", ")
        return place({"name": name, "country": country})
    return words(told)


_SIGNS = {"●": ("contact", "contact"), "○": ("planned", "planned"), "✕": ("none", "no contact"), "◆": ("act", "act")}


def sign(entry: Any) -> Markup:
    """The shape for an entry; its word stands beside it, so that readers of screens skip the shape."""
    shape, _ = wording.sign(entry)
    return Markup('<span class="sign {}" aria-hidden="true">{}</span>').format(_SIGNS[shape][0], shape)


def shape_of(entry: Any) -> str:
    """What an entry is drawn as: `contact`, `planned`, `none` or `act`."""
    return _SIGNS[wording.sign(entry)[0]][0]


def money(amount: Any) -> str:
    """`GBP 3 billion`, `USD 162 million`, `EUR 1,250`."""
    if amount is None:
        return ""
    value, currency = (amount.value, amount.currency) if hasattr(amount, "value") else (amount[1], amount[0])
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{currency or '?'} {value / size:,.6g} {name}"
    return f"{currency or '?'} {value:,.10g}"


def plural(count: int, word: str, more: str | None = None) -> str:
    """`1 source`, `3 sources`."""
    return f"{count:,} {word if count == 1 else more or word + 's'}"


def value(given: Any, field: str) -> str:
    """A value of a field as a person writes it."""
    if given is None:
        return "not told"
    if field == "date":
        return wording.date(given)
    if field == "place":
        return place(given) or "not told"
    if field == "participants" and isinstance(given, dict):
        name = given.get("name") or naming.name(given.get("party") or "?")
        party = f" ({naming.name(given['party'])})" if given.get("name") and given.get("party") else ""
        role = f", {given['role']}" if given.get("role") else ""
        return f"{name}{party}{role}"
    if field == "first_since":
        return f"first in {wording.duration(given)}"
    if field in ("initiator", "target"):
        return parties(given)
    return str(given).replace("_", " ")


def link(url: str | None) -> str:
    """An address from a document, where it is one a reader may follow; else nothing."""
    return url if url and url.startswith(("https://", "http://")) else ""


_LANGUAGES = {"en": "English", "zh": "Chinese", "zh-Hans": "Chinese, simplified", "zh-Hant": "Chinese, traditional",
              "fr": "French", "de": "German", "es": "Spanish", "ru": "Russian", "ja": "Japanese", "ko": "Korean",
              "vi": "Vietnamese", "ar": "Arabic", "pt": "Portuguese", "it": "Italian", "und": "not known"}  # fmt: skip


def language(tag: str) -> str:
    """`zh-Hant` as `Chinese, traditional`; a tag that is not listed as it stands."""
    return _LANGUAGES.get(tag, tag)
