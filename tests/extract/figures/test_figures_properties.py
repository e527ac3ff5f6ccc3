from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.model import Figure
from tests.extract.figures.reading_figures import figures_of, read

_FRAMES = (
    ("Raiders killed {} villagers in Lorne.", "killed", "villagers"),
    ("In Lorne {} villagers were killed.", "killed", "villagers"),
    ("The front freed {} captives on Friday.", "released", "captives"),
    ("Police arrested {} students.", "detained", "students"),
    ("Some time later {} miners walked out.", "other", "miners"),
)
_NUMBERS = st.integers(min_value=11, max_value=999_999).filter(lambda n: not 1000 <= n <= 2999)


@given(frame=st.sampled_from(_FRAMES), number=_NUMBERS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_number_in_a_frame_is_read_as_it_stands(frame: tuple[str, str, str], number: int) -> None:
    pattern, measure, group = frame
    (figure,) = figures_of(pattern.format(f"{number:,}"))
    assert (figure.measure, figure.group) == (measure, group)
    assert (figure.quantity.lower, figure.quantity.upper, figure.quantity.unit) == (number, number, "persons")


@given(whole=st.integers(min_value=200, max_value=999), part=st.integers(min_value=11, max_value=199))
@settings(max_examples=30, deadline=None)
def test_a_part_keeps_everything_of_its_whole_but_number_and_group(whole: int, part: int) -> None:
    first, second = figures_of(f"Raiders killed {whole} villagers in Lorne on Monday, including {part} children.")
    kept = ("measure", "place", "by", "event", "accounting", "period", "as_of")
    assert [getattr(first, name) for name in kept] == [getattr(second, name) for name in kept]
    assert second.part_of is not None
    assert first.part_of is None


@given(text=st.text(alphabet="abc 0123456789,.%$-()\n“”'áé", max_size=120))
@settings(max_examples=80, deadline=None)
def test_no_text_breaks_the_reading(text: str) -> None:
    doc, claims = read(text)
    for claim in claims:
        assert isinstance(claim.body, Figure)
        assert claim.mentions[0].trigger.of(doc.text)
