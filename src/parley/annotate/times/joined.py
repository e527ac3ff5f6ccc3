"""The patterns that join times, in the order in which they are tried: clock times to days, ranges, repeated times."""

from __future__ import annotations

from parley.annotate.times import clock_times, ranges, repeated
from parley.annotate.times.grammar import Grammar

__all__ = ["GRAMMAR"]

GRAMMAR = Grammar()

for _build, _patterns in (
    (
        ranges.read_lasting,
        (
            "clock for dur|one",
            "from clock for dur|one",
            "from num for dur|one",
            "for dur|one from num !unit|x|%|to|-|num|month|hms|:|and|dur",
            "for? dur|one from|commencing at? clock",
        ),
    ),
    (
        ranges.read_days_of_month,
        (
            "from|between num|ord to|-|~|and num|ord in|of? when",
            "when from|between num|ord to|-|~|and num|ord !unit|x|%|hms|:|ampm",
            "num -|~ num when",
            "num|ord to|- num|ord of? when",
        ),
    ),
    (
        ranges.read_shared,
        (
            "from|between? when to|-|~|and the? ord|num !unit|x|%|dur|:|month|ampm|hms|clock",
            "from|between the? ord|num to|-|~|and the? when",
            "the? ord|num to|-|~ the? when",
        ),
    ),
    (clock_times.read_four_digits, ("between|from num|yr -|to|and num|yr !unit|x|%",)),
    (
        clock_times.read_clocks,
        (
            "from|between clock to|-|and|~ clock",
            "clock to|-|~ clock",
            "from|between num|yr|half to|-|and|~ clock",
            "num to|-|~ clock",
            "from|between clock to|-|and|~ num|yr !unit|%|x",
            "clock -|to num !unit|%|x",
            "from|between num|yr to|-|and num|yr >on|when|dt|tod|in|of",
            "when|dt ,|at? from|between num to|-|and num !unit|%|x",
            "when num to num !unit|x|%|num|dur",
            "from tod to tod",
            "from clock to? -? tod",
            "tod to|- tod",
        ),
    ),
    (clock_times.read_by_which_clock, ("clocks x x? timeword", "clocks ( x )", "clocks x")),
    (clock_times.read_day_clocks, ("when|dt ,|-|on|at|from? clocks", "clocks ,|on|in|of? the? when|dt")),
    (clock_times.read_same_day, ("when ,? ( when )", "when ,|- when", "when when")),
    (
        clock_times.read_with_clock,
        (
            "when ,|-|on|(|at|@|for? clock",
            "when ,? at|by|about|around about|around? clock",
            "when ,|at? about|around? the? clock",
            "clock ,|on|of|in|at? the? when",
            "clock and|or later|after|earlier|before ,|on? when",
            "when for dt",
            "clock ,? on|of the? when",
            "dt ,? at|about|around|-|,? clock",
            "dt at|about|around num !unit|x|%",
            "clock ,|on|in? the? dt",
            "when at|about|around num num? !unit|%|month|when|dur|-|to|ord",
            "when ,? at about|around num !unit|%",
            "when at yr",
            "at num on? when|dt",
            "at num ,? on when",
        ),
    ),
    (
        clock_times.read_before_clock,
        (
            "when ,? before|after|since|by|to clock",
            "when ,? no later than clock",
            "when ,? later than clock",
            "when ,? earlier than clock",
        ),
    ),
    (
        clock_times.read_bare_hour,
        (
            "<at|by|around|about|before|after|until|since|for|from num !unit|x|%|month|when|dur|-|to|ord|and|or|num|,|$|yr|some|half|further|more|of|poss|weekday|season|age",
            "<to num",
            "<for num num num? !unit|x|%|dur|num|ord|yr|-",
            "<at num num !unit|x|%|dur",
            "<at|by|before|after|until|since num >on|when|dt|rel|tod|,|.|brk",
            "<at num",
        ),
    ),
    (
        ranges.read_range,
        (
            "from|between|in the? when|dt ,? to|-|and|~ the? when|dt",
            "<!every the? when|dt ,? to|-|~ the? when|dt",
            "from|between? when|dt to|-|~|and ref",
            "from|since? when to dir|the? date",
            "from|between ref to|-|and the? when|dt",
        ),
    ),
    (
        ranges.read_open_clock,
        ("from|between clock to|-|and ref", "from|between ref to|-|and clock", "between dt and clock"),
    ),
    (ranges.read_with_year, ("dt when",)),
    (ranges.read_weekdays_of_week, ("when ,? when", "when on when", "dt when")),
    (ranges.read_to_date, ("<!unit|up to dir? date !num",)),
    (
        ranges.read_shared,
        (
            "from|between? when to|-|~|and the? ord|num !unit|x|%|dur|:|month",
            "from|between the? ord|num to|-|~|and the? when",
            "from month to|- when",
        ),
    ),
    (ranges.read_years, ("when -|/|~ num !unit|x|%|dur|:",)),
    (
        ranges.read_lasting,
        (
            "for|within dur|one ,? from|commencing on|at? when|dt",
            "dur|one commencing on|at|from? when|dt",
            "dur from|commencing when|dt",
        ),
    ),
    (
        repeated.read_every,
        (
            "ord of every unit",
            "when tod",
            "every other? weekday|unit|tod|month|season|feast|dur",
            "every other? when|dt|dur|stretch|clock ,? at? clock?",
            "every ord weekday|unit|when",
            "once|num x? a|per|every unit",
            "once|num x? one",
            "every num unit",
            "all weekday|unit|rate",
            "once every dur",
            "once|num x? dur|rate",
        ),
    ),
    (repeated.read_rate, ("rate ,? at clock", "rate")),
    (repeated.read_set_at, ("set ,|at? clock", "set tod|clocks", "set ,|from|at|in? the? clocks|tod")),
    (repeated.read_at_set, ("clock ,|on? set",)),
    (
        repeated.read_and_later,
        ("when|dt|clock and|or later|after|earlier|before !when|dt|clock|x|num|the|a|yr|dir|than",),
    ),
):
    GRAMMAR.rule(*_patterns)(_build)
