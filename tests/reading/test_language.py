"""The language of short passages full of names."""

import pytest

from memcon.reading.language import languages


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Hong Kong Chief Executive John Lee visited Riyadh and met Saudi Investment Minister Khalid Al-Falih.", "en"),
        ("Kuwait's Emir Sheikh Meshal Al-Ahmad Al-Jaber Al-Sabah held talks in Ankara with President Erdogan.", "en"),
        ("Bhutan's Foreign Minister Dasho Tshering Tobgay met Nepali Foreign Minister Pradeep Kumar Gyawali.", "en"),
        ("El presidente Pedro Sánchez se reunió con el primer ministro de Marruecos en la capital.", "und"),
        ("EL PRESIDENTE SE REUNE CON EL REY DE MARRUECOS EN LA CAPITAL PARA HABLAR DE PESCA", "und"),
        ("De minister heeft met de president van Frankrijk gesproken en is naar Parijs vertrokken.", "und"),
        ("Le président de la République a reçu le roi du Maroc à Paris.", "fr"),
    ],
)
def test_names_tell_no_language(text: str, tag: str) -> None:
    assert languages([text]) == [tag]
