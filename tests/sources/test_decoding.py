"""Bytes in, text or a reason out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.sources.decoding import Undecodable, decode

ENGLISH = "The “Foreign Minister” of France said – in Paris – that the café’s naïve deal was worth £3 million and €5. "
SIMPLIFIED = "国务委员兼外长王毅周二在北京会见来访的德国外长贝尔伯克，双方就中德关系和共同关心的国际问题交换了意见。"
TRADITIONAL = "國務委員兼外長王毅周二在北京會見來訪的德國外長貝爾伯克，雙方就中德關係和共同關心的國際問題交換了意見。"
RUSSIAN = "Министр иностранных дел России встретился с коллегой из Китая в Москве и обсудил двусторонние отношения."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (ENGLISH * 20, "cp1252"),
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "gb2312"),
        (SIMPLIFIED * 20, "gb18030"),
        (ENGLISH + SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL * 20, "big5"),
        (RUSSIAN, "cp1251"),
        ("Việt Nam, Sơn, Đà Nẵng", "utf-8"),
    ],
)
def test_the_character_set_is_found(text: str, name: str) -> None:
    assert decode(text.encode(name)) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\x00\x01\x02\x03", "zero bytes"),
        (b"Text with a \x00 byte in it that is long enough", "zero bytes"),
        (b"%PDF-1.7\n%\xe2\xe3", "pdftotext"),
        (b"\x1f\x8b\x08\x00", "gunzip"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n", "picture"),
        (b"\xff\xfea", "not valid"),
        (b"\x01\x02\x03\x04\x05" * 40, "control characters"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Undecodable, match=reason):
        decode(data)


def test_what_the_transport_says_is_believed_where_it_fits() -> None:
    polish = "Prezydent Gruzji złożyła wizytę w Warszawie"
    assert decode(polish.encode("iso-8859-2"), declared="iso-8859-2") == polish
    assert decode(polish.encode("utf-8"), declared="iso-8859-2") == polish
    assert decode(ENGLISH.encode("cp1252"), declared="no-such-set") == ENGLISH


def test_what_the_page_says_of_itself_is_believed_where_it_fits() -> None:
    page = f"<html><head><meta charset='windows-1251'></head><body>{RUSSIAN}</body></html>"
    assert decode(page.encode("cp1251")) == page


def test_a_few_broken_bytes_in_unicode_stay_visible() -> None:
    broken = SIMPLIFIED.encode("utf-8")[:-1]
    assert decode(broken) == SIMPLIFIED[:-1] + "\ufffd"


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    try:
        text = decode(data)
    except Undecodable:
        return
    assert text.strip()


@given(st.text(alphabet=st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_unicode_comes_back_as_it_was(text: str) -> None:
    if text.strip() and not text.startswith("\ufeff"):
        try:
            assert decode(text.encode("utf-8")) == text
        except Undecodable:  # a text that begins like a file of another kind
            assert text.startswith(("%PDF", "GIF8", "BZh", "{\\rtf", "SQLite"))
