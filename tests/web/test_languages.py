"""Two languages side by side: what translates each other stands in one row, and no paragraph is lost or told twice."""

import pytest

from memcon.model import Document
from memcon.questions import translations
from memcon.web.languages import Row, aligned

ENGLISH = (
    "Foreign Secretary David Lammy met Wang Yi in Beijing on 18 October 2024.",
    "The two also spoke of Ukraine and Russia.",
    "Trade between the United Kingdom and China came to 86 billion pounds.",
)
CHINESE = (
    "2024年10月18日，英国外交大臣拉米（David Lammy）在北京会见王毅。",
    "英国同中国贸易额达860亿英镑。",
)


def texts(rows: tuple[Row, ...]) -> list[tuple[str, str]]:
    return [("".join(p.text for p in r.left), "".join(p.text for p in r.right)) for r in rows]


def test_what_translates_each_other_stands_side_by_side() -> None:
    text = "\n\n".join((*ENGLISH, *CHINESE))
    pairs = translations.pairs(Document(id="d", text=text))
    rows = texts(aligned(text, [], pairs))
    assert (ENGLISH[0], CHINESE[0]) in rows
    assert (ENGLISH[2], CHINESE[1]) in rows
    assert (ENGLISH[1], "") in rows


@pytest.mark.parametrize(
    ("left", "right", "paired"),
    [
        (3, 2, [((0,), (0,)), ((2,), (1,))]),
        (3, 3, [((0, 1), (0,)), ((2,), (1, 2))]),
        (2, 4, [((1,), (3,))]),
        (2, 2, [((0,), (1,))]),
        (4, 1, [((3,), (0,))]),
        (2, 3, []),
    ],
)
def test_no_paragraph_is_lost_or_told_twice(left: int, right: int, paired: list) -> None:  # type: ignore[type-arg]
    words = [[f"English paragraph {n}" for n in range(left)], [f"中文段落之{n}" for n in range(right)]]
    text = "\n".join((*words[0], *words[1]))
    at = [[(text.index(w), text.index(w) + len(w)) for w in side] for side in words]
    pairs = [(tuple(at[0][n] for n in a), tuple(at[1][n] for n in b)) for a, b in paired]
    rows = texts(aligned(text, [], pairs))
    for side in (0, 1):
        assert [w for row in rows for w in row[side].split("\n\n") if w] == words[side]
    for a, b in paired:
        assert any(words[0][a[0]] in row[0] and words[1][b[0]] in row[1] for row in rows)
