"""Full text over documents: words in any script that has spaces between them, characters in Chinese.

The index holds the text folded (lower case, no diacritics) with a space around every Chinese character, so that a
Chinese word is found as a phrase of its characters, however short, in simplified and in traditional ones. Snippets are
cut from the text as it came.
"""

import functools
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import Connection

if TYPE_CHECKING:
    from opencc import OpenCC

_HAN = re.compile(r"([㐀-鿿豈-﫿])")
_NO_WORD = re.compile(r"[\W_]+")
_TERM = re.compile(r'"([^"]+)"|(\S+)')
RANKED = 5000  # documents that are ranked: words that stand everywhere tell little
AROUND = 80  # characters of text on each side of what was found


class Hit(NamedTuple):
    """A document that holds the words, its rank (0 is best), and where the first of them stands in its text."""

    document: str
    rank: int
    start: int
    end: int
    snippet: str


def folded(text: str) -> str:
    """The text in lower case without diacritics, as long as it was: position for position."""
    low = text.lower()
    if low.isascii():
        return low
    return "".join(map(_base, text))


@functools.lru_cache(maxsize=16384)
def _base(character: str) -> str:
    """One character without case and marks: always one, so that positions stay."""
    if character.isascii():
        return character.lower()
    base = unicodedata.normalize("NFKD", character)[0].lower()
    return _STROKED.get(base, base)[0] if base else character


_STROKED = {"đ": "d", "ø": "o", "ł": "l", "ı": "i"}


def indexed(text: str) -> str:
    """What the index holds of a text."""
    return _HAN.sub(r" \1 ", folded(text))


def _words(text: str) -> str:
    """The same without what is no word, in which PostgreSQL would see addresses, paths and numbers with signs."""
    return _NO_WORD.sub(" ", indexed(text))


def terms(query: str) -> list[str]:
    """The words and phrases of a query, folded; a run of Chinese characters is one phrase."""
    found = []
    for phrase, word in _TERM.findall(query):
        piece = _NO_WORD.sub(" ", folded(phrase or word)).strip()
        if piece:
            found.append(piece)
    return found


@functools.cache
def _scripts() -> tuple["OpenCC", ...]:
    from opencc import OpenCC

    return OpenCC("t2s"), OpenCC("s2t")


def spellings(term: str) -> tuple[str, ...]:
    """A term as it stands and, where it has Chinese characters, in simplified and in traditional ones."""
    if not _HAN.search(term):
        return (term,)
    return tuple(dict.fromkeys((term, *(script.convert(term) for script in _scripts()))))


class Days(NamedTuple):
    """The days that a document's date may fall on, ISO 8601; None is open. Without a date it falls on none."""

    since: str | None = None
    until: str | None = None

    @property
    def condition(self) -> str:
        """The bounds as SQL on the table `d`, or nothing."""
        return (" AND d.last >= :first" if self.since else "") + (" AND d.first <= :last" if self.until else "")


ANY = Days()


def find(connection: Connection, query: str, limit: int = 20, days: Days = ANY) -> list[Hit]:
    """Documents that hold all words of the query, best first; ranked by BM25 on SQLite, by ts_rank on PostgreSQL.

    On SQLite, where more than `RANKED` hold them, those that came last are ranked.
    """
    wanted = [spellings(t) for t in terms(query)]
    if not wanted:
        return []
    values: dict[str, object] = {"limit": limit}
    values.update({name: day for name, day in (("first", days.since), ("last", days.until)) if day})
    if connection.dialect.name == "sqlite":
        phrases = " AND ".join("(" + " OR ".join(f'"{_spaced(t)}"' for t in term) + ")" for term in wanted)
        joined = " JOIN document d ON d.number = words.rowid" if days.condition else ""
        since = connection.scalar(
            sa.text(
                f"SELECT words.rowid FROM words{joined} WHERE words MATCH :query{days.condition}"
                " ORDER BY words.rowid DESC LIMIT 1 OFFSET :ranked"
            ),
            {**values, "query": phrases, "ranked": RANKED},
        )
        values["since"] = since or -1
        # Texts are fetched for what is shown alone, not for all that is sorted.
        statement = sa.text(
            "SELECT found.id, d.text FROM (SELECT d.id, d.number, bm25(words, 4.0, 1.0) AS score"
            " FROM words JOIN document d ON d.number = words.rowid"
            f" WHERE words MATCH :query AND words.rowid > :since{days.condition} ORDER BY score, d.id LIMIT :limit)"
            " AS found JOIN document d ON d.number = found.number ORDER BY found.score, found.id"
        )
    else:
        phrases = " & ".join(
            "(" + " | ".join("(" + _spaced(t).replace(" ", " <-> ") + ")" for t in term) + ")" for term in wanted
        )
        statement = sa.text(
            "SELECT w.document, d.text FROM words w JOIN document d ON d.id = w.document"
            f" WHERE w.vector @@ to_tsquery('simple', :query){days.condition}"
            " ORDER BY ts_rank(w.vector, to_tsquery('simple', :query)) DESC, w.document LIMIT :limit"
        )
    rows = connection.execute(statement, {**values, "query": phrases}).all()
    return [_hit(document, rank, text, wanted) for rank, (document, text) in enumerate(rows)]


def _spaced(term: str) -> str:
    return " ".join(indexed(term).split())


def _hit(document: str, rank: int, text: str, wanted: list[tuple[str, ...]]) -> Hit:
    plain = folded(text)
    places = []
    for term in wanted:
        either = "|".join(r"\s+".join(re.escape(w) for w in t.split()) for t in term)
        edge = "" if _HAN.search(term[0]) else r"\b"
        match = re.search(f"{edge}(?:{either}){edge}", plain)
        if match:
            places.append(match.span())
    start, end = min(places, default=(0, 0))
    left, right = max(0, start - AROUND), min(len(text), end + AROUND)
    snippet = ("…" if left else "") + " ".join(text[left:right].split()) + ("…" if right < len(text) else "")
    return Hit(document, rank, start, end, snippet)


def put(connection: Connection, number: int, document: str, title: str, text: str) -> None:
    """Index a document that is not indexed yet. SQLite finds it by its number, PostgreSQL by its id."""
    values: dict[str, object] = {"title": indexed(title), "body": indexed(text)}
    if connection.dialect.name == "sqlite":
        values["number"] = number
        statement = "INSERT INTO words (rowid, title, body) VALUES (:number, :title, :body)"
    else:
        values = {"title": _words(title), "body": _words(text), "document": document}
        statement = (
            "INSERT INTO words (document, title, body, vector) VALUES (:document, :title, :body,"
            " setweight(to_tsvector('simple', :title), 'A') || to_tsvector('simple', :body))"
        )
    connection.execute(sa.text(statement), values)


def take_out(connection: Connection, number: int, document: str) -> None:
    """Remove a document from the index."""
    if connection.dialect.name == "sqlite":
        connection.execute(sa.text("DELETE FROM words WHERE rowid = :number"), {"number": number})
    else:
        connection.execute(sa.text("DELETE FROM words WHERE document = :document"), {"document": document})
