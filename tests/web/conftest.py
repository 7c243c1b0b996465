import datetime as dt
from collections.abc import Callable, Iterator

import pytest

pytest.importorskip("fastapi", reason="the extra web is not installed")

from fastapi.testclient import TestClient

from memcon.model import Document, Reading
from memcon.questions import Record
from memcon.web.app import create
from tests.conftest import Places
from tests.record import samples

TODAY = dt.date(2024, 6, 1)
TOKEN = "a-token-for-tests"
Made = Callable[..., TestClient]


def client(record: Record, token: str | None = None) -> TestClient:
    return TestClient(
        create(record, token, today=lambda: TODAY), base_url="http://127.0.0.1:8765", follow_redirects=False
    )


@pytest.fixture
def record(places: Places) -> Iterator[Record]:
    with Record(places("memcon")) as held:
        held.add_all(samples.everything())
        yield held


@pytest.fixture
def pages(record: Record) -> TestClient:
    return client(record)


@pytest.fixture
def editing(record: Record) -> TestClient:
    made = client(record, TOKEN)
    made.post("/sign-in", data={"token": TOKEN})
    return made


@pytest.fixture
def hostile(places: Places) -> Iterator[TestClient]:
    """A record in which every text tries to be markup."""
    from memcon.model import Claim, Commitment, Mechanism, Naming, Statement
    from tests.merging.factory import event, reading

    bad = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    met = event("meeting", f"{bad}@USA", "Wang Yi@CHN", date="2024-04-26", at=f"{bad}, CHN", evidence=bad)
    told: Reading = reading(
        bad,
        met,
        date="2024-04-26",
        languages=("en", "zh-Hans"),
        statements=(Statement(speaker=bad, party="USA", about=bad, evidence=bad),),
        commitments=(Commitment(by="USA", to="CHN", what=bad, due="2024-05", condition=bad, evidence=bad),),
        mechanisms=(Mechanism(name=bad, kind=bad, parties=("USA", "CHN"), next="2024-05", evidence=bad),),
        claims=(Claim(kind="first_since", interval="P4M", evidence=bad),),
        naming=(Naming(written=bad, note=bad, evidence=bad),),
    )
    with Record(places("hostile")) as held:
        held.add(Document(id=bad, text=f"{bad} 中文 {bad}", title=bad, outlet=bad, url="javascript:alert(1)"), told)
        yield client(held)
