"""The patterns of times counted from another time, in the order in which they are tried."""

from __future__ import annotations

from parley.annotate.times import counted, parts
from parley.annotate.times.grammar import Grammar

__all__ = ["GRAMMAR"]

GRAMMAR = Grammar()

for _build, _patterns in (
    (counted.read_day_word, ("<!poss rel",)),
    (counted.read_day_before, ("the? unit before when", "the? unit after when")),
    (counted.read_week_before, ("the? unit before dir unit", "the? unit after dir unit")),
    (counted.read_after_next, ("the? unit after|before the? dir !unit|month|weekday|dur|when|season",)),
    (
        counted.read_echoed,
        (
            "a|the? x? unit - ago|earlier ord? -? unit|period",
            "a|the? unit - ago|earlier",
            "the? dir period dir unit",
            "the? dir x? period",
            "the? dir unit poss unit|period",
            "the? dir unit of? dir unit",
            "the x unit|period dir unit",
        ),
    ),
    (counted.read_weekday, ("weekday of? the? dir unit", "dir unit ,? on? weekday", "weekday ,? dir unit")),
    (
        counted.read_directed,
        ("the? dir dir? dur|one", "the? num|some dir unit", "the? dir|ref fiscal? unit", "the? dir dir unit"),
    ),
    (parts.read_nth_weekday, ("the? ord|dir weekday of|in? the? when", "ord weekday !of|in|x|every|-")),
    (counted.read_weekdays_on, ("num weekday|rate from ref|when", "num weekday|rate later|ago|hence")),
    (counted.read_shared_week, ("weekday >,|and|or",)),
    (counted.read_weekday, ("dir dir weekday", "dir weekday", "<!dir weekday")),
    (
        counted.read_part_of_day,
        (
            "phase -? dir tod",
            "later|earlier dir tod",
            "later|earlier in? the? tod",
            "phase in the tod",
            "dir tod",
            "<!for when ,? phase? -? tod",
            "tod of|on? the? when",
            "tod dir? ,? when",
            "when ,? in|at|during|on? the? tod",
        ),
    ),
    (
        counted.read_within,
        (
            "within the? dur|one|stretch from|after|before the? when",
            "less than dur|one from|after|before the? when",
            "for dur|one from when",
        ),
    ),
    (
        counted.read_counted,
        (
            "dur|one ago|hence|later|earlier !dir",
            "in? dur|one from ref|when",
            "dur in ref",
            "in|within dur|one poss? timeword?",
            "dur|one before|after the? when|dt",
            "dur|one and? dur ago",
        ),
    ),
    (parts.read_to_date, ("<!dir ref|dir|the? unit of? to date", "unit to date")),
    (parts.read_day_of_month, ("the? ord|num unit? of? the? when",)),
    (
        parts.read_nth_unit,
        (
            "the? ord|dir -? unit of|in the? when",
            "the? ord|dir unit when",
            "the? ord|dir dur of|in the? when",
            "the? stretch of|in the? when",
            "when of the? when",
        ),
    ),
    (parts.read_week_commencing, ("week_of when",)),
    (parts.read_week_of, ("the? unit of|ending|phase on? the? when", "<!every the? unit commencing on? the? when")),
    (parts.read_year_named, ("the? unit when",)),
    (parts.read_owned, ("the? when poss ord? unit of?",)),
    (parts.read_phase, ("the? phase -? of? -? the? when", "the? phase -? in|of? the? dir? when")),
    (parts.read_earlier, ("earlier|later in? the? when", "phase when")),
    (parts.read_rest, ("the? rest of? the? when|unit", "the? rest of x unit", "the? rest of? dir unit")),
    (
        counted.read_day_after,
        ("the unit before|after !x|the|when|a|dir|num|poss|dt|clock|yr|some|dur|one|month|feast|weekday",),
    ),
    (
        parts.read_this,
        (
            "the unit !of|before|after|x|when|that|to|-|dur",
            "<in|during|by|for|of|until|since|within|phase|over|on|at the unit",
            "unit - phase",
            "the? phase of? the? unit",
            "the? phase - unit",
        ),
    ),
    (parts.read_day_of_month, ("the? ord|num unit? of? the? when",)),
    (parts.read_nth_unit, ("the? ord|dir -? unit of|in the? when", "the? ord|dir dur of|in the? when")),
    (parts.read_phase, ("the? phase -? of? -? the? when",)),
    (parts.read_earlier, ("earlier|later in? the? when",)),
):
    GRAMMAR.rule(*_patterns)(_build)
