"""Events told by the sentences of a Chinese document, one draft a mention; `joining` makes one entry of many."""

import re
from collections.abc import Iterator

from memcon.reading.chinese import attendance
from memcon.reading.chinese.circumstances import complete
from memcon.reading.chinese.drafts import CALLS, CONTACTS, Draft
from memcon.reading.chinese.frames import FRAMES
from memcon.reading.chinese.scene import Scene
from memcon.reading.chinese.sentences import Sentence
from memcon.reading.chinese.triggers import Trigger, triggers

_ASKED = re.compile("要求|请求|提议|呼吁|邀请")


def find(scene: Scene) -> list[Draft]:
    """Every mention of an event, in the order of the text."""
    found: list[Draft] = []
    for s in scene.sentences:
        found += of_sentence(scene, s)
        attendance.add(s, scene.original, found, scene.main)
    return found


def of_sentence(scene: Scene, s: Sentence) -> Iterator[Draft]:
    """The mentions of one sentence, in order."""
    matches = _matches(s)
    scene.words = sorted(m.span() for m, _ in matches)
    unheard = any(t.type == "contact_unanswered" and "接" in m[0] for m, t in matches)  # 致电…，并未接听
    unmet = any(t.type in ("contact_unanswered", "contact_refused") for _, t in matches)
    for m, trigger in matches:
        for draft in FRAMES[trigger.frame](scene, s, trigger, m):
            told = complete(scene, s, draft, m)
            if told is not None and unheard and told.type in CALLS:
                continue
            if told is not None and not (unmet and told.type in CONTACTS and _only_asked(s, told, m)):
                scene.remember(told)
                yield told
    scene.close(s)


def _only_asked(s: Sentence, told: Draft, m: re.Match[str]) -> bool:
    """Whether a contact is what was asked for and not had."""
    start = s.clause(m.start())[0]
    return told.status == "planned" or _ASKED.search(s.tagged, start, m.start()) is not None


def _matches(s: Sentence) -> list[tuple[re.Match[str], Trigger]]:
    """The event words of a sentence in order; where two overlap, the trigger listed first stays."""
    taken = bytearray(len(s.tagged))
    found = []
    for trigger in triggers():
        for m in trigger.pattern.finditer(s.tagged):
            if not m[0] or any(taken[m.start() : m.end()]):
                continue
            if trigger.needs is None or trigger.needs.search(s.tagged):
                taken[m.start() : m.end()] = b"\x01" * (m.end() - m.start())
                found.append((m, trigger))
    found.sort(key=lambda pair: pair[0].start())
    return [pair for k, pair in enumerate(found) if not _takes_part(s, pair[0], found[k + 1 :])]


def _takes_part(s: Sentence, m: re.Match[str], following: list[tuple[re.Match[str], Trigger]]) -> bool:
    """Whether a word only tells who took part in a round or summit named behind it: 共同主持…战略对话."""
    end = s.clause(m.start())[1]
    frames = [t.frame for other, t in following if other.start() < end]
    return m[0].endswith(("出席", "参加", "主持")) and "round" in frames
