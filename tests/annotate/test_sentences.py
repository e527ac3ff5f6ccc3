from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.annotate.sentences import find_sentences
from parley.model import Span

# "|" marks where a sentence ends.
_CASES = [
    "The raid was near the port, according to KTV.|Rebels denied it, the army told KTV.|Nobody was hurt.",
    "The dockers met the employers.| They agreed nothing.",
    "Mr. Okafor met Mrs. Adeyemi.| Both left at noon.",
    "Gen. Silva and Lt. Col. Prado crossed the line.| Nobody fired.",
    "Dr. Lindqvist spoke first.| Prof. Rao answered.",
    "The round opens on Nov. 3.| It closes on Dec. 9.",
    "They meet again in Oct.| The mediators will travel first.",
    "The U.S. envoy arrived.| The U.K. sent nobody.",
    "The offer came from the U.S.| The union ignored it.",
    "The U.S. State Department declined to comment.",
    "U.S. Officials were silent.| So was the port.",
    "Harbour Lines Inc. offered 40 dollars.| Its rival offered 45.",
    "He works for Keel Corp.| The firm said nothing.",
    "Keel Corp. Chairman Ann Voss resigned.",
    "It bought Mast Ltd.| But the price stayed secret.",
    "They want 62 dlrs.| Keel wants 70 dlrs.",
    "Pay rose 6.5 per cent.| Prices rose 4.25 per cent.",
    "The bill came to $3.5 million.| No. 10 paid it.",
    "Pier No. 4 is closed.| Piers 5 and 6 are open.",
    "The answer was no.| The union walked out.",
    "He said no. 7 crane had failed.",
    "Art. 5 of the pact binds both.| Art. 6 binds neither.",
    "J. K. Marlowe chaired the talks.| A. Writer took notes.",
    "George W. Hale left.| He was tired.",
    "They fell back on plan B.| The mayor was relieved.",
    "Talks start at 8 a.m. Monday.| They end at 6 p.m.| Police will be there.",
    "Talks start at 8 a.m. GMT in the hall.",
    "Talks ended at 3 a.m.| Nobody had slept.",
    "Guards stood on Main St.| The square was empty.",
    "The ship left St. Helier.| It reached Ft. Morgan.",
    "Wages, hours, leave, etc. were settled.| The rest was not.",
    "Some firms, e.g. Keel, paid.| Others, i.e. Mast, did not.",
    "Harbour v. Keel opened today.| Mast vs. Keel follows.",
    "He fell ill.| Mercy ships came.",
    "They held a mass.| Police looked on.",
    'The envoy said: "We are close."| Then he left.',
    '"We are close," the envoy said.| "Very close."',
    "“We are close.”| The envoy smiled.",
    "«We are close.»| The envoy smiled.",
    "He called it 'the end.'| She did not.",
    '"It is over.| We lost," he said.',
    '"Who pays?" Ms Lindqvist asked.| Nobody spoke.',
    '"Who pays?"| The minister had no answer.',
    '"Never!" the crowd shouted.| Police waited.',
    "Will it hold?| Nobody knows!| We wait.",
    "Will it hold?!| We wait.",
    '"They are leaving the pier."|The minister spoke.',
    "It ended the strike.|The port reopened.",
    "It ended the strike.|FNV members cheered.",
    'It ended the strike.|"We won," they sang.',
    "It ended the strike.|“We won,” they sang.",
    "He asked why?|The chair was silent.",
    "Write to www.Example.Org today.| Or call.",
    "Read harbour.Example.com first.",
    "The file is at talks.example.org/Draft.Final.pdf for now.",
    "Version 2.Beta is out.",
    "It began in 1990.|The port reopened in 1994.|Nobody cheered.",
    "The raid was on March 3.|Rebels denied it.",
    "The blast killed 2,400.|Aid came late.",
    "Shelling at the border fence|Jordan said it fired first.",
    "A quiet word with the Jordanians|The envoy left at noon.",
    "“Nobody will go,”|The commanders told the farmers to leave.",
    "“Nobody will go,”Colonel Ada Brun said.",
    "Talks on a prisoner deal|US mediators were close to a truce.",
    "They met in the West Bank.|Casualties|The campaign cost lives.",
    "It said so on social media site X.|Death toll rises.",
    "The report is by J.Ottley of the Courier.",
    "She wrote it on macOS and watchOS.",
    "The clip on YouTube and TikTok named MacArthur and DeSantis.",
    "Write to desk@harbourTimes.example or @portWatch.",
    "The firms are AstraZeneca and LinkedIn, and thePort.net is a page.",
    "They waited...| The bell rang.",
    "They waited ... and waited.",
    "They waited…| The bell rang.",
    "“They waited…”| Nothing came.",
    "They waited... Marlowe did not come.",
    "1. Pay rises by five per cent.| 2. Jobs stay.",
    "A. Pay rises.| B. Jobs stay.",
    "It began in 1990.| It ended in 1994.",
    "The pact covers pay; hours are left out; leave is open.",
    "One thing is sure: the port stays shut.",
    "(The union left at noon.)| The chair stayed.",
    "The chair (a former judge.) stayed on.",
    "The pact was signed.[4]| It failed.",
    "The pact was signed.)| It failed.",
    "Union leader says deal is near",
    "Port quiet for now: union leader",
    "He met al-Harith.| al-Harith was calm.",
    "The row went on.| de Vries resigned.",
    "The row went on. and on",
    "He bought an iPad.| iPads were cheap.",
    "He left.| - Marlowe followed.",
    "He left. -- and came back.",
    "It was over. , he said.",
    "停戦は延期された。|交渉は続く。",
    "هل انتهت المحادثات؟| لا أحد يعلم.",
    "Стороны встретились.| Договора нет.",
    "It was cold.|\nThe guards\nwaited.",
    'The list was long."| He sighed.',
    'He said "it is over. "| Then he left.',
    "The company, founded in Mass. in 1902, is sold.",
    "Sen. Ortiz, Rep. Hale and Gov. Lund voted.| All won.",
    "Jan Mayen Jr. was there.| Jan Mayen Sr. was not.",
    "Messrs. Hale and Lund wrote.| Nobody read it.",
]


def _split(marked: str) -> tuple[str, list[str]]:
    text = marked.replace("|", "")
    return text, [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("marked", _CASES)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    text, expected = _split(marked)
    assert [span.of(text) for span in find_sentences(text, Span(0, len(text)))] == expected


def test_a_sentence_stays_inside_its_block() -> None:
    text = "Before. The port is shut. It rains. After."
    assert [s.of(text) for s in find_sentences(text, Span(8, 35))] == ["The port is shut.", "It rains."]


def test_an_empty_block_has_no_sentence() -> None:
    assert find_sentences("   \n ", Span(0, 5)) == []


def test_there_are_enough_cases() -> None:
    assert len(_CASES) >= 80


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" .?!…\"”'()ABcd\n1|&;-")), max_size=200), st.data())
def test_sentences_lie_in_order_inside_their_block(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = find_sentences(text, Span(start, end))
    before = start
    for span in spans:
        assert before <= span.start < span.end <= end
        assert span.of(text) == span.of(text).strip()
        assert not text[before : span.start].strip()
        before = span.end
    assert not text[before:end].strip()
