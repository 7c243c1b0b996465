"""A document in two languages: which stretches of its text translate each other."""

from memcon.model import Document

Stretch = tuple[int, int]  # first position and the one after the last, in the text


def pairs(document: Document) -> tuple[tuple[tuple[Stretch, ...], tuple[Stretch, ...]], ...]:
    """Passages that translate each other, in order: of the version in a Latin script, and of the Chinese one.

    Empty where the document holds no two versions of one text.
    """
    from memcon.knowledge import load
    from memcon.reading import alignment, passages

    versions = alignment.versions_of(passages.cut(document), load())
    if len(versions) != 2 or versions[0].language.startswith("zh") == versions[1].language.startswith("zh"):
        return ()
    found = alignment.align(*versions)
    if not alignment.translated(found, *versions):
        return ()
    told = [(tuple((b.start, b.end) for b in p.left), tuple((b.start, b.end) for b in p.right)) for p in found]
    return tuple((b, a) if versions[0].language.startswith("zh") else (a, b) for a, b in told)
