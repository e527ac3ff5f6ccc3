"""Quantities: what each wording is worth, where it stands, and which numbers are none."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.annotate.dates import find_dates
from parley.annotate.quantities import QuantityMention, find_quantities

Bounds = tuple[float | None, float | None, str]

# Text; the words of the quantity; lower, upper and flags ("(" lower open, ")" upper open, "~" approximate); unit.
COUNTS: list[tuple[str, str, Bounds, str | None]] = [
    ("The ministry counted 11,000 graves.", "11,000", (11000, 11000, ""), None),
    ("Some 2,00,000 voters stayed away.", "Some 2,00,000", (200000, 200000, "~"), None),
    ("About 3 lakh farmers marched.", "About 3 lakh", (300000, 300000, "~"), None),
    ("They count 2.5 crore members.", "2.5 crore", (25000000, 25000000, ""), None),
    ("It feeds 1.4 million people.", "1.4 million", (1400000, 1400000, ""), None),
    ("It feeds 5m people.", "5m", (5000000, 5000000, ""), None),
    ("The camp holds twenty-four men.", "twenty-four", (24, 24, ""), None),
    ("The camp holds twenty four men.", "twenty four", (24, 24, ""), None),
    ("A hundred and fifty trucks waited.", "A hundred and fifty", (150, 150, ""), None),
    ("Two hundred fifty trucks waited.", "Two hundred fifty", (250, 250, ""), None),
    ("Three thousand two hundred and six went home.", "Three thousand two hundred and six", (3206, 3206, ""), None),
    ("Half a million fled.", "Half a million", (500000, 500000, ""), None),
    ("Half a dozen fled.", "Half a dozen", (6, 6, ""), None),
    ("Two and a half million fled.", "Two and a half million", (2500000, 2500000, ""), None),
    ("One million and a half fled.", "One million and a half", (1500000, 1500000, ""), None),
    ("Some said 3 million and a quarter fled.", "3 million and a quarter", (3250000, 3250000, ""), None),
    ("The index read two point zero five.", "two point zero five", (2.05, 2.05, ""), None),
    ("It sank to negative ten.", "negative ten", (-10, -10, ""), None),
    ("It was 41 degrees Celsius.", "41 degrees Celsius", (41, 41, ""), "degree Celsius"),
    ("Five hundred thousand fled.", "Five hundred thousand", (500000, 500000, ""), None),
    ("Two trillion stars shine.", "Two trillion", (2e12, 2e12, ""), None),
    ("At least 50 were freed.", "At least 50", (50, None, ""), None),
    ("No fewer than 12 villages burnt.", "No fewer than 12", (12, None, ""), None),
    ("More than 11,000 lives were lost.", "More than 11,000", (11000, None, "("), None),
    ("It claimed over 4,000 lives.", "over 4,000", (4000, None, "("), None),
    ("It claimed well over 4,000 lives.", "well over 4,000", (4000, None, "("), None),
    ("It claimed just over 4,000 lives.", "just over 4,000", (4000, None, "(~"), None),
    ("Upwards of 30 ships lay idle.", "Upwards of 30", (30, None, ""), None),
    ("Crowds in excess of 900 gathered.", "in excess of 900", (900, None, "("), None),
    ("A minimum of 40 monitors will come.", "A minimum of 40", (40, None, ""), None),
    ("A maximum of 40 monitors will come.", "A maximum of 40", (0, 40, ""), None),
    ("The group holds up to 24 sailors.", "up to 24", (0, 24, ""), None),
    ("As many as 50 huts burnt.", "As many as 50", (0, 50, ""), None),
    ("At most 50 huts burnt.", "At most 50", (0, 50, ""), None),
    ("Fewer than 50 huts burnt.", "Fewer than 50", (0, 50, ")"), None),
    ("They were freed under a five-day truce.", "a five-day", (5, 5, ""), "day"),
    ("It was done in under five days.", "under five days", (0, 5, ")"), "day"),
    ("Under 50 huts burnt.", "Under 50", (0, 50, ")"), None),
    ("Nearly 1,800 miners returned.", "Nearly 1,800", (0, 1800, ")~"), None),
    ("Almost 90 miners returned.", "Almost 90", (0, 90, ")~"), None),
    ("Just under 90 miners returned.", "Just under 90", (0, 90, ")~"), None),
    ("About 240 pilots struck.", "About 240", (240, 240, "~"), None),
    ("Around 240 pilots struck.", "Around 240", (240, 240, "~"), None),
    ("Some 240 pilots struck.", "Some 240", (240, 240, "~"), None),
    ("Roughly 240 pilots struck.", "Roughly 240", (240, 240, "~"), None),
    ("An estimated 2.1 million people live there.", "An estimated 2.1 million", (2100000, 2100000, "~"), None),
    ("Exactly 12 judges voted.", "Exactly 12", (12, 12, ""), None),
    ("Up to about 70 nurses left.", "Up to about 70", (0, 70, "~"), None),
    ("They freed 50 or more.", "50 or more", (50, None, ""), None),
    ("They freed 50 or so.", "50 or so", (50, 50, "~"), None),
    ("They freed 50 miners or more.", "50", (50, None, ""), None),
    ("The blast left 50+ hurt.", "50+", (50, None, ""), None),
    ("The 200-odd rebels hid.", "200-odd", (200, 200, "~"), None),
    ("Dozens fled.", "Dozens", (24, 100, ")~"), None),
    ("Scores of lorries queued.", "Scores", (40, 200, ")~"), None),
    ("Hundreds fled.", "Hundreds", (200, 1000, ")~"), None),
    ("Tens of thousands fled.", "Tens of thousands", (20000, 100000, ")~"), None),
    ("Hundreds of thousands fled.", "Hundreds of thousands", (200000, 1000000, ")~"), None),
    ("Dozens, if not hundreds of boats sank.", "Dozens, if not hundreds", (24, 1000, ")~"), None),
    ("A handful of boats sank.", "A handful", (2, 10, ")~"), None),
    ("Several boats sank.", "Several", (3, 10, ")~"), None),
    ("A few hundred boats sank.", "A few hundred", (300, 1000, ")~"), None),
    ("More than a dozen boats sank.", "More than a dozen", (12, None, "("), None),
    ("Between 10 and 12 boats sank.", "Between 10 and 12", (10, 12, ""), None),
    ("It takes 10 to 12 boats.", "10 to 12", (10, 12, ""), None),
    ("It takes 10-12 boats.", "10-12", (10, 12, ""), None),
    ("It takes 10–12 boats.", "10–12", (10, 12, ""), None),
    ("It takes two or three boats.", "two or three", (2, 3, ""), None),
    ("It takes 3 to 4 million nails.", "3 to 4 million", (3000000, 4000000, ""), None),
    ("Between 800,000 and 1 million came.", "Between 800,000 and 1 million", (800000, 1000000, ""), None),
    ("The three-phase deal holds.", "three", (3, 3, ""), None),
    ("They killed one and hurt none.", "one", (1, 1, ""), None),
]  # fmt: skip

MEASURED: list[tuple[str, str, Bounds, str | None]] = [
    ("They met under a six-day truce.", "a six-day", (6, 6, ""), "day"),
    ("It lasted under six days.", "under six days", (0, 6, ")"), "day"),
    ("It pays 62 dlrs for each.", "62 dlrs", (62, 62, ""), "USD"),
    ("It pays 62-1/2 dlrs now.", "62-1/2 dlrs", (62.5, 62.5, ""), "USD"),
    ("It bid $5 for it.", "$5", (5, 5, ""), "USD"),
    ("It bid US$5 million for it.", "US$5 million", (5000000, 5000000, ""), "USD"),
    ("It bid $US1850 for it.", "$US1850", (1850, 1850, ""), "USD"),
    ("It bid 10 € for it.", "10 €", (10, 10, ""), "EUR"),
    ("It bid 5m euros for it.", "5m euros", (5000000, 5000000, ""), "EUR"),
    ("It bid half a million dollars for it.", "half a million dollars", (500000, 500000, ""), "USD"),
    ("It is 48m long.", "48m", (48, 48, ""), "metre"),
    ("It bid S$1.2b for it.", "S$1.2b", (1200000000, 1200000000, ""), "SGD"),
    ("It bid £3bn for it.", "£3bn", (3000000000, 3000000000, ""), "GBP"),
    ("It bid €2.5m for it.", "€2.5m", (2500000, 2500000, ""), "EUR"),
    ("It bid ₹500 crore for it.", "₹500 crore", (5000000000, 5000000000, ""), "INR"),
    ("It bid Rs 500 crore for it.", "Rs 500 crore", (5000000000, 5000000000, ""), "INR"),
    ("It bid Rs. 200 for it.", "Rs. 200", (200, 200, ""), "INR"),
    ("It bid USD 50 for it.", "USD 50", (50, 50, ""), "USD"),
    ("It bid 20 mln guilders for it.", "20 mln guilders", (20000000, 20000000, ""), "NLG"),
    ("It bid 2.5 mln stg for it.", "2.5 mln stg", (2500000, 2500000, ""), "GBP"),
    ("It bid 7 bln yen for it.", "7 bln yen", (7000000000, 7000000000, ""), "JPY"),
    ("It bid six Canadian dollars for it.", "six Canadian dollars", (6, 6, ""), "CAD"),
    ("It costs 50 cents.", "50 cents", (0.5, 0.5, ""), "USD"),
    ("It costs 390p now.", "390p", (3.9, 3.9, ""), "GBP"),
    ("It costs more than $3 million.", "more than $3 million", (3000000, None, "("), "USD"),
    ("It costs nearly 80 euros.", "nearly 80 euros", (0, 80, ")~"), "EUR"),
    ("It costs between $5 and $7 million.", "between $5 and $7 million", (5000000, 7000000, ""), "USD"),
    ("It costs $5 to $7 now.", "$5 to $7", (5, 7, ""), "USD"),
    ("It costs $1-$2 now.", "$1-$2", (1, 2, ""), "USD"),
    ("It costs 3-5 mln dlrs.", "3-5 mln dlrs", (3000000, 5000000, ""), "USD"),
    ("Pay rises 6.5 per cent.", "6.5 per cent", (6.5, 6.5, ""), "percent"),
    ("Pay rises 3 pct.", "3 pct", (3, 3, ""), "percent"),
    ("Pay rises 3%.", "3%", (3, 3, ""), "percent"),
    ("Pay rises by at least 3%.", "at least 3%", (3, None, ""), "percent"),
    ("Pay rises six percentage points.", "six percentage points", (6, 6, ""), "percentage point"),
    ("Pay rises 5-10%.", "5-10%", (5, 10, ""), "percent"),
    ("Output changed by -3.2%.", "-3.2%", (-3.2, -3.2, ""), "percent"),
    ("Output changed by minus five pct.", "minus five pct", (-5, -5, ""), "percent"),
    ("They want a five-day truce.", "a five-day", (5, 5, ""), "day"),
    ("A six-week-old dispute drags on.", "A six-week-old", (6, 6, ""), "week"),
    ("The two-year-old war drags on.", "two-year-old", (2, 2, ""), "year"),
    ("The union called a one-day strike.", "a one-day", (1, 1, ""), "day"),
    ("The one-week pause ends on Friday.", "one-week", (1, 1, ""), "week"),
    ("The talks took two and a half years.", "two and a half years", (2.5, 2.5, ""), "year"),
    ("The talks took an hour and a half.", "an hour and a half", (1.5, 1.5, ""), "hour"),
    ("The talks took half an hour.", "half an hour", (0.5, 0.5, ""), "hour"),
    ("The talks took 2½ hours.", "2½ hours", (2.5, 2.5, ""), "hour"),
    ("After more than a year of war it ended.", "more than a year", (1, None, "("), "year"),
    ("A week-long lull ended.", "A week-long", (1, 1, ""), "week"),
    ("They spoke for over two days.", "over two days", (2, None, "("), "day"),
    ("They must reply within 48 hours.", "within 48 hours", (0, 48, ""), "hour"),
    ("They rested a couple of days.", "a couple of days", (2, 3, ")~"), "day"),
    ("They rested four or five days.", "four or five days", (4, 5, ""), "day"),
    ("They must reply within 10 business days.", "within 10 business days", (0, 10, ""), "business day"),
    ("It lies 5 km away.", "5 km", (5, 5, ""), "kilometre"),
    ("It covers 500 sq km of sand.", "500 sq km", (500, 500, ""), "square kilometre"),
    ("It ships 20,000 tonnes of grain.", "20,000 tonnes", (20000, 20000, ""), "tonne"),
    ("It pumps 1.8 mln bpd.", "1.8 mln bpd", (1800000, 1800000, ""), "barrel per day"),
]  # fmt: skip

RATIOS = [
    ("One in five fled.", "One in five", 0.2),
    ("Nine out of ten fled.", "Nine out of ten", 0.9),
    ("A quarter of the miners fled.", "A quarter", 0.25),
    ("Two-thirds of the miners fled.", "Two-thirds", 2 / 3),
    ("Three quarters of the miners fled.", "Three quarters", 0.75),
    ("Half of the miners fled.", "Half", 0.5),
    ("The swap was set at 3:1 then.", "3:1", 3),
    ("The swap was set at 10-to-1 then.", "10-to-1", 10),
]

OTHERS = [
    ("He read Article 5 aloud.", "5", "label"),
    ("He read Resolution 242 aloud.", "242", "label"),
    ("He watched Channel 12 all day.", "12", "label"),
    ("They agreed on phase two at once.", "two", "label"),
    ("He flew an F-16 home.", "16", "label"),
    ("He held an AK-47 up.", "47", "label"),
    ("The G7 met again.", "7", "label"),
    ("A Boeing 737 landed.", "737", "label"),
    ("Covid-19 spread.", "19", "label"),
    ("After 9/11 all changed.", "9/11", "label"),
    ("1. The parties shall meet.", "1", "label"),
    ("He lives in No. 10 now.", "10", "label"),
    ("See section 3.2.1 below.", "3.2.1", "label"),
    ("An 18-year-old was freed.", "18-year-old", "age"),
    ("A girl aged 9 was freed.", "9", "age"),
    ("Mr Orlov, 45, was freed.", "45", "age"),
    ("It killed Maria Lindo, 42; a boy fled.", "42", "age"),
    ("The tram driver, 42, was held.", "42", "age"),
    ("PEDRO SALAS, 65, WAS FREED.", "65", "age"),
    ("They wounded\n10 men.", "10", "count"),
    ("She is 80 years old.", "80 years old", "age"),
    ("They met at 4 pm sharp.", "4 pm", "time_of_day"),
    ("They met at 16:30 sharp.", "16:30", "time_of_day"),
    ("The guns stop at six on Monday morning.", "six", "time_of_day"),
    ("They talked until nine in the evening.", "nine", "time_of_day"),
    ("The count stood at six on Monday, with two more feared dead.", "six", "count"),
    ("They won the match 2-1 at home.", "2-1", "score"),
    ("Call 6555-1234 now.", "6555-1234", "phone"),
    ("Call +65 6555 1234 now.", "+65 6555 1234", "phone"),
    ("Peace came in 1979.", "1979", "year"),
    ("The 2014 war ended.", "2014", "year"),
    ("It began on October 7, 2023.", "October 7, 2023", "date"),
    ("It ends on December 31 this year.", "December 31 this year", "date"),
    ("It fell in the third quarter.", "the third quarter", "date"),
    ("The third round failed.", "third", "ordinal"),
    ("A third round failed.", "third", "ordinal"),
    ("Picture 5/8 shows him.", "5/8", "label"),
    ("A six-week-old baby was freed.", "six-week-old", "age"),
    ("The 21st round failed.", "21st", "ordinal"),
    ("The twenty-first round failed.", "twenty-first", "ordinal"),
]

NOTHING = [
    "No one came.", "This one failed.", "Nobody knows the other one.", "The old truce gave way to a new one.", "It is one of the largest ports.",
    "The couple left.", "The northern half of town is shut.", "Stones, bones and phones.", "They settled scores.",
    "The halfway house is shut.", "Often someone attends.", "He is a party man.", "Twofold gains.", "",
]  # fmt: skip

RATES = [
    ("They want 600 trucks a day.", "day"),
    ("They want 600 trucks daily.", "day"),
    ("They bid 95 dlrs a share.", "share"),
    ("They bid 95 dlrs per share.", "share"),
    ("It sells at $80 per barrel.", "barrel"),
    ("They free 30 prisoners for every captive.", "captive"),
    ("They free 30 prisoners for each Ruritanian captive.", "captive"),
    ("They free 30 prisoners for every living soldier.", "soldier"),
    ("They paid $40 each.", "each"),
    ("They paid 40 million dollars annually.", "year"),
    ("They gave 600 men a chance.", None),
    ("They met 600 men a day earlier.", None),
    ("They sold the stake for 26 mln dlrs as planned.", None),
]


def flags(mention: QuantityMention) -> Bounds:
    q = mention.quantity
    marks = ("(" if q.lower_open else "") + (")" if q.upper_open else "") + ("~" if q.approximate else "")
    return (q.lower, q.upper, marks)


def only(text: str, words: str) -> QuantityMention:
    found = [m for m in find_quantities(text) if m.span.of(text) == words]
    assert len(found) == 1, [m.span.of(text) for m in find_quantities(text)]
    return found[0]


@pytest.mark.parametrize(("text", "words", "bounds", "unit"), COUNTS + MEASURED)
def test_a_quantity_has_its_words_bounds_and_unit(text: str, words: str, bounds: Bounds, unit: str | None) -> None:
    mention = only(text, words)
    assert flags(mention) == bounds
    assert mention.quantity.unit == unit
    assert mention.quantity.verbatim == words
    assert mention.kind in ("count", "money", "percent", "duration", "measure")


@pytest.mark.parametrize(("text", "words", "value"), RATIOS)
def test_a_share_or_ratio_is_one_mention(text: str, words: str, value: float) -> None:
    mention = only(text, words)
    assert mention.kind == "ratio"
    assert mention.quantity.lower == pytest.approx(value)
    assert len(find_quantities(text)) == 1


@pytest.mark.parametrize(("text", "words", "kind"), OTHERS)
def test_numbers_that_are_no_figure_say_so(text: str, words: str, kind: str) -> None:
    assert only(text, words).kind == kind


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_count_nothing_are_left_alone(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(("text", "per"), RATES)
def test_what_an_amount_is_given_for(text: str, per: str | None) -> None:
    assert find_quantities(text)[0].per == per


def test_a_change_is_two_quantities_of_one_unit() -> None:
    first, second = find_quantities("It raised its bid from 80 to 92.50 dlrs.")
    assert (first.quantity.lower, first.quantity.unit) == (80, "USD")
    assert (second.quantity.lower, second.quantity.unit) == (92.5, "USD")


def test_two_sums_share_the_unit_after_the_second() -> None:
    first, second = find_quantities("The limits stay at 150 and 270 cents.")
    assert (first.quantity.lower, second.quantity.lower) == (1.5, 2.7)


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("They hurt over 300 adults and 120 children.", (120, None, "(")),
        ("They hurt at least five soldiers and two policemen.", (2, None, "")),
        ("They freed up to 30 men and 10 women.", (0, 10, "")),
        ("More than 300 adults were hurt and 12 children died.", (12, 12, "")),
        ("They hurt over 300 adults and one child.", (1, 1, "")),
        ("They hurt over 300 adults and about 120 children.", (120, 120, "~")),
        ("They spent over 300 dollars and 120 days.", (120, 120, "")),
        ("They hurt 300 adults and 120 children.", (120, 120, "")),
    ],
)
def test_one_bound_reaches_a_coordinated_number_only(text: str, second: Bounds) -> None:
    assert flags(find_quantities(text)[1]) == second


def test_over_before_a_length_of_time_may_mean_in_the_course_of() -> None:
    assert find_quantities("Fighting spread over two days.")[0].quantity.exact


def test_the_numeral_is_kept_apart_from_its_words() -> None:
    text = "It claimed more than 11,000 lives."
    assert find_quantities(text)[0].number.of(text) == "11,000"


def test_dates_given_by_the_caller_give_the_same() -> None:
    text = "On October 7, 2023 at 4 pm they freed 12 of 50 for two weeks."
    assert find_quantities(text, dates=find_dates(text)) == find_quantities(text)


def test_typographic_signs_leave_offsets_true() -> None:
    text = "“Über 5 Ländern”, sagt 😀 er – at least 1,200 – and £5m."
    assert [m.span.of(text) for m in find_quantities(text)] == ["5", "at least 1,200", "£5m"]


PIECES = st.sampled_from(
    [
        "at least ", "more than ", "nearly ", "up to ", "between ", " and ", " to ", "-", " or ", "a ", "an ", "half", " hundred", " million", "two", "twenty", "5", "12",
        "1,200", "3.5", "1/2", "½", "$", "£", "US$", "Rs ", "%", " pct", " dlrs", " cents", " days", " year", "-old", " ago", "dozens", "few ", "first", "third", " of ",
        "October ", "Monday", "2023", ":", "/", "+", ", ", ".", "\n", "é", "😀", "\ud800", "٣", "m", "st", "one", " in ", " for every ", "per ", "(", ")", "minus ", "-",
    ]
)  # fmt: skip


def check(text: str) -> None:
    found = find_quantities(text)
    for mention in found:
        q = mention.quantity
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.covers(mention.number)
        assert q.verbatim == mention.span.of(text)
        assert q.lower is None or q.upper is None or q.lower <= q.upper
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


@given(st.text())
def test_any_text_gives_sound_quantities(text: str) -> None:
    check(text)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_mix_of_number_words_gives_sound_quantities(text: str) -> None:
    check(text)


@given(st.integers(0, 10**12))
def test_figures_with_separators_are_read_as_written(number: int) -> None:
    text = f"They counted {number:,} votes."
    (mention,) = find_quantities(text)
    assert mention.quantity.lower == number
