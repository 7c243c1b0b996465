"""Whatever the text, statements and commitments are read without fault and every quote is cut from it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon import knowledge
from memcon.reading.english import claims, commitments, mechanisms, naming, statements, tenures
from tests.reading.pages import analysed

KNOWN = knowledge.load()

PIECES = [
    *("Lammy said", "Wang warned that", "“We will stay", "and go.”", "according to Kuleba", "Japan will send"),
    *("£3 billion", "the third round of", "the UK-Japan Cyber Dialogue", "Joint Statement by", "Britain and Japan"),
    *("\n\n", ".", ",", "'", '"', "agreed to", "the first visit in ten years", "was replaced by", "former", "(", ")"),
    *("Chinese Taipei", ":", "the statement", "reaffirmed its commitment to", "—", "he", "they", "whose", "to"),
    *("by the end of 2026", "if", "call on", "…"),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(" ".join))
def test_any_order_of_words(text: str) -> None:
    analysis = analysed(text, "2024-05-01")
    said = statements.spoken(analysis, KNOWN)
    found = [
        *statements.find(analysis, said),
        *commitments.find(analysis, KNOWN, said),
        *mechanisms.find(analysis, KNOWN),
        *claims.find(analysis),
        *tenures.find(analysis, KNOWN),
        *naming.find(analysis, KNOWN),
    ]
    for entry in found:
        assert entry.evidence
        assert entry.evidence in text
        for quote in entry.quotes:
            assert text[quote.start : quote.end] == quote.quote
    again = statements.spoken(analysis, KNOWN)
    assert again == said
