"""The local page in a real browser: every place of it, by eye, by keyboard and by rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

import parley
from parley.annotate import annotate
from parley.extract import extract
from parley.model import Observation, Report, new_report
from parley.project import Project
from parley.store import Store
from parley.web import make_app
from tests import small_record
from tests.browser.serving import Visit, serving
from tests.recorded import RUN
from tests.web.places import ALL, addresses

STRANGE = new_report(
    "Der Sprecher 👩‍👩‍👧‍👦 said: The Lorn Front rejected the plan.\r\n\r\n"
    "قالت الجبهة \N{EM DASH} the Front offered to free 12 prisoners \N{EM DASH} שלום עליכם.\r\n"
    "谈判 破裂. Cafe\N{COMBINING ACUTE ACCENT} owners\N{ZERO WIDTH SPACE} said 31 people were killed.\t𐍈\n\n"
    "Un\N{SOFT HYPHEN}ion chiefs 🇹🇷🇶🇦 demanded 40 lorries\0 a day, the Lorn Front said. <b>Bold & \"quoted\"</b>\n",
    title="Strange <script>alert(1)</script> & more",
    outlet="Orvan Post",
    published="2031-03-05",
)  # fmt: skip
LOOKS = [(1280, "light"), (1280, "dark"), (360, "light")]


def _record(path: Path) -> Path:
    small_record.build(path)
    with parley.open(path) as project:
        found = extract(next(iter(annotate([STRANGE]))))
        project.store.add(STRANGE, Observation("strange.txt", "00ff", "text"), extraction=found, run=RUN)
    return path


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with parley.open(_record(tmp_path_factory.mktemp("served") / "talks.parley")) as opened:
        yield opened


@pytest.fixture(scope="module")
def base(project: Project) -> Iterator[str]:
    with serving(make_app(project)) as address:
        yield address


@pytest.fixture
def inside(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context()
    yield made
    made.close()


@pytest.fixture
def visit(inside: BrowserContext, base: str) -> Visit:
    return Visit(inside.new_page(), base)


@pytest.fixture(scope="module")
def places(project: Project) -> dict[str, str]:
    return addresses(project) | {"strange": f"/report/{STRANGE.id}", "none": "/nothing/here"}


@pytest.mark.parametrize("path", [*ALL, "strange"])
def test_every_page_is_free_of_faults_and_fits_the_window(visit: Visit, places: dict[str, str], path: str) -> None:
    # Where nobody may decide; test_every_page has the same pages with all forms, in more looks.
    shown = visit.go(places[path])
    for width, scheme in LOOKS:
        visit.look(width=width, scheme=scheme)
        assert visit.faults() == [], (width, scheme)
        assert shown.evaluate("document.scrollingElement.scrollWidth") <= width
        light = shown.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]")
        assert (int(light) < 60) == (scheme == "dark")
    assert visit.complaints == []
    assert visit.outside() == []


@pytest.mark.parametrize("path", ["/", "/story/{story}", "/report/{report}", "/claim/{claim}", "/search"])
def test_at_twice_the_size_nothing_runs_out_of_the_window(visit: Visit, places: dict[str, str], path: str) -> None:
    visit.look(width=640)
    assert visit.go(places[path]).evaluate("document.scrollingElement.scrollWidth") <= 640


def test_what_is_not_there_is_a_page_too(visit: Visit, places: dict[str, str]) -> None:
    shown = visit.go(places["none"])
    assert shown.get_by_role("heading", level=1).inner_text() == "Not in the record"
    assert visit.faults() == []


_FOCUSED = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  return { tag: at.tagName, name: at.textContent.trim().slice(0, 30), outline: style.outlineStyle };
}"""


@pytest.mark.parametrize("path", ["/", "/story/{story}", "/report/{report}", "/claim/{claim}", "/search"])
def test_the_keyboard_reaches_all_that_can_be_used_and_shows_where_it_is(
    visit: Visit, places: dict[str, str], path: str
) -> None:
    shown = visit.go(places[path])
    usable = shown.locator("a[href], button, input:not([type=hidden]), select, summary, [tabindex='0']")
    many = sum(each.is_visible() for each in usable.all())
    reached = []
    for _ in range(many + 5):
        shown.keyboard.press("Tab")
        at = shown.evaluate(_FOCUSED)
        if at["tag"] == "BODY":
            break
        reached.append(at)
    assert reached[0]["name"] == "Skip to the page"
    assert all(at["outline"] != "none" for at in reached)
    assert len(reached) >= many


@pytest.mark.parametrize("path", ["/", "/story/{story}", "/claim-check", "/search"])
def test_on_paper_there_is_nothing_to_press(visit: Visit, places: dict[str, str], path: str) -> None:
    shown = visit.go(places[path])
    shown.emulate_media(media="print")
    assert not any(each.is_visible() for each in shown.locator("button, input, select, textarea").all())
    assert shown.get_by_role("heading", level=1).is_visible()


def test_headings_come_in_order(visit: Visit, places: dict[str, str]) -> None:
    for path in ALL:
        shown = visit.go(places[path])
        levels = shown.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(e => +e.tagName[1])")
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_the_palette_leads_to_a_story_by_keys_alone(visit: Visit) -> None:
    shown = visit.go("/problems")
    shown.keyboard.press("/")
    field = shown.get_by_role("combobox")
    field.wait_for()
    assert field.evaluate("e => e === document.activeElement")
    shown.keyboard.type("ferry")
    shown.locator("#jumps li", has_text="Ferry dispute").first.wait_for()
    assert visit.faults() == []
    shown.keyboard.press("ArrowDown")
    shown.keyboard.press("ArrowUp")
    assert shown.locator("#jumps [aria-selected=true]").inner_text().split("\n")[1] == "Ferry dispute"
    shown.keyboard.press("Enter")
    shown.wait_for_url("**/story/*")
    assert visit.complaints == []


def test_the_palette_closes_and_its_key_is_a_letter_in_a_field(visit: Visit) -> None:
    shown = visit.go("/problems")
    shown.keyboard.press("/")
    shown.get_by_role("dialog").wait_for()
    shown.keyboard.press("Escape")
    assert shown.get_by_role("dialog").count() == 0
    shown.locator("#find").focus()
    shown.keyboard.type("either/or")
    assert shown.locator("#find").input_value() == "either/or"
    assert shown.get_by_role("dialog").count() == 0


def test_the_slider_shows_the_board_as_of_a_day_and_the_address_keeps_it(visit: Visit, places: dict[str, str]) -> None:
    shown = visit.go(places["/story/{story}"])
    whole = shown.locator(".board td:not(.none)").count()
    shown.get_by_role("slider").focus()
    shown.keyboard.press("ArrowLeft")
    shown.wait_for_url("**published-by=2031-03-04")
    then = shown.locator(".board td:not(.none)").count()
    assert then < whole
    assert shown.get_by_role("slider").get_attribute("aria-valuetext") == "4 Mar 2031"
    shown.reload()
    assert shown.locator(".board td:not(.none)").count() == then
    assert shown.get_by_role("slider").get_attribute("aria-valuetext") == "4 Mar 2031"


def test_without_scripts_all_is_there_to_read_and_the_day_can_be_chosen(
    browser: Browser, base: str, places: dict[str, str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    shown = context.new_page()
    shown.goto(base + places["/story/{story}"])
    shown.get_by_label("As the reports had it by").select_option("2031-03-04")
    shown.get_by_role("button", name="Show").click()
    shown.wait_for_url("**published-by=2031-03-04")
    assert shown.locator(".board td:not(.none)").count() > 0
    shown.goto(base + places["/report/{report}"])
    assert shown.locator(".text mark").count() > 0
    context.close()


_TEXT = "() => [...document.querySelectorAll('.s')].map(e => e.textContent).join('')"
_LIT = """async (number) => {
  const { rangesOf } = await import("/static/reading.js");
  return rangesOf(document.querySelector(".text"), number).map(String).join("");
}"""


def _shown(text: str) -> str:
    return text.replace("\0", "\N{SYMBOL FOR NULL}")


@pytest.mark.parametrize("report", [STRANGE, small_record.FERRY_1], ids=["many scripts", "plain"])
def test_every_claim_is_lit_at_its_exact_characters(visit: Visit, project: Project, report: Report) -> None:
    shown = visit.go(f"/report/{report.id}")
    assert shown.evaluate(_TEXT) == _shown(report.text)
    claims = {entry.claim.id: entry.claim for entry in project.ledger().view(report=report.id).entries}
    rows = shown.locator(".claims li")
    assert rows.count() == len(claims) > 1
    for row in rows.all():
        claim = claims[str(row.locator("p a").nth(1).get_attribute("href")).removeprefix("/claim/")]
        on = sorted({place for mention in claim.mentions for place in range(*_ends(mention.trigger))})
        words = "".join(report.text[place] for place in on)
        assert shown.evaluate(_LIT, row.get_attribute("data-claim")) == _shown(words)


def _ends(span: parley.Span) -> tuple[int, int]:
    return span.start, span.end


def test_a_claim_pointed_at_in_the_list_is_lit_in_the_text_and_the_other_way_round(visit: Visit) -> None:
    shown = visit.go(f"/report/{STRANGE.id}")
    row = shown.locator(".claims li").first
    row.locator("a").first.focus()
    lit = "() => [...(CSS.highlights.get('chosen') ?? [])].map(String).join('')"
    assert shown.evaluate(lit)
    assert "chosen" in str(row.get_attribute("class"))
    shown.locator(".text .s[data-on]").last.click()
    chosen = shown.locator(".claims li.chosen")
    numbers = str(shown.locator(".text .s[data-on]").last.get_attribute("data-on")).split(" ")
    assert [each.get_attribute("data-claim") for each in chosen.all()] == numbers


def test_kinds_of_claims_can_be_put_out(visit: Visit) -> None:
    shown = visit.go(f"/report/{small_record.FERRY_1.id}")
    button = shown.locator("#kinds button").first
    marks = shown.locator(f".text mark.{button.locator('mark').inner_text()}").first
    line = "e => getComputedStyle(e).textDecorationLine"
    assert marks.evaluate(line) == "underline"
    button.press("Enter")
    assert button.get_attribute("aria-pressed") == "false"
    assert marks.evaluate(line) == "none"
    assert visit.faults() == []


def test_marks_stay_to_be_seen_in_forced_colours(visit: Visit) -> None:
    visit.look(forced=True)
    shown = visit.go(f"/report/{small_record.FERRY_1.id}")
    lines = shown.evaluate(
        "[...document.querySelectorAll('.text mark')].map(e => getComputedStyle(e).textDecorationLine)"
    )
    assert set(lines) == {"underline"}


def test_what_a_report_holds_is_never_taken_for_mark_up(visit: Visit) -> None:
    shown = visit.go(f"/report/{STRANGE.id}")
    assert shown.locator("main b").count() == 0
    assert shown.get_by_role("heading", level=1).inner_text() == STRANGE.title
    assert visit.complaints == []


def test_a_look_is_noted_by_a_button_and_a_page_says_when_it_has_grown_old(
    inside: BrowserContext, tmp_path: Path
) -> None:
    with parley.open(_record(tmp_path / "talks.parley")) as own, serving(make_app(own)) as address:
        visit = Visit(inside.new_page(), address)
        shown = visit.go("/")
        shown.get_by_role("button", name="Mark all as seen").click()
        shown.get_by_role("heading", name="Nothing new").wait_for()
        assert visit.faults() == []
        late = new_report("The Lorn Front rejected the plan.", outlet="Orvan Post", published="2031-03-08")
        found = extract(next(iter(annotate([late]))))
        with Store.open(tmp_path / "talks.parley", clock=lambda: datetime(2031, 3, 9, tzinfo=UTC)) as store:
            store.add(late, Observation("late.txt", "00ff", "text"), extraction=found, run=RUN)
        shown.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        shown.get_by_role("link", name="Load it again").click()
        shown.get_by_role("heading", name="What changed").wait_for()
        assert visit.complaints == []
