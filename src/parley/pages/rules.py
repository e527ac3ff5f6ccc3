"""What each family of rules states, in a sentence for a reader of a claim."""

from __future__ import annotations

__all__ = ["rule_words"]

# By the beginning of the rule's name; the longest that fits is taken. `*` stands for any one part of the name.
_STATES = {
    "move:*:noun": "a noun or adjective that names the act (a rejection of, an offer of, ready to) with its party "
    "stands with what it is about",
    "move:*:readiness": "a party is said to be ready or willing to do what would be a term of the talks",
    "move:*:foreseen": "what a deal, plan or offer foresees is told as its content",
    "move:*:exchange": "both sides of an exchange are named, so that it is an offer whatever its verb",
    "move": "a verb of this act stands with a party as its doer and with what the act needs: terms, a proposal, talks "
    "or another party",
    "figure:toll": "a toll, count or total is named together with its number",
    "figure:part": "a number is given as a part of a count that stands before it",
    "figure:price": "a price, bid or rate is named together with its amount",
    "figure:stake": "an amount of what the talks are about (pay, jobs, a share) is told as a fact",
    "figure:state": "a number of people or things is said to be in a state: missing, held, displaced",
    "figure:participle": "a participle tells what happened to those who are counted",
    "figure:relative": "a relative clause tells what happened to those who are counted",
    "figure:nominal": "a noun (the killing of, the release of) tells what happened to those who are counted",
    "figure:count-noun": "the noun that is counted (deaths, casualties, hostages) itself says what is measured",
    "figure:headline-passive": "a headline's participle without its auxiliary tells what happened to those counted",
    "figure:passive": "a passive verb tells what was done to those who are counted",
    "figure:verb-object": "a verb of the measure has those who are counted as its object",
    "figure:verb-subject": "a verb of the measure has those who are counted as its subject",
    "figure": "a number stands with those it counts and with words that say what happened to them",
    "speech.clause": "a verb of saying has a speaker as its subject and what was said as its clause",
    "speech.quotation": "words in quotation marks stand with a verb of saying and its speaker",
    "speech.carried": "a quotation without a speaker of its own follows one whose speaker is still speaking",
    "speech.object": "a verb of saying has a speaker and names what was told, without giving the words",
    "speech.impersonal": "what is said is told without a speaker (it was reported that)",
    "speech.noun": "a noun of saying (a statement, a claim that) with its owner gives the words",
    "speech.silence": "a named party was asked, or expected, and did not answer; this is no answer",
    "speech": "words are given as somebody's by a cue of speech",
    "aside": "an aside (according to, as somebody said) names on whose word the sentence rests",
    "heading": "a headline names the speaker before or after a dash or colon",
}


def rule_words(rule: str) -> str:
    """What the rule with this name states; that nothing is written down of it when that is so."""
    parts = _parts(rule)
    fitting = [key for key in _STATES if _fits(_parts(key), parts)]
    if not fitting:
        return "nothing is written down about this rule yet"
    return _STATES[max(fitting, key=lambda key: len(_parts(key)))]


def _parts(name: str) -> list[str]:
    return name.replace(".", ":").split(":")


def _fits(pattern: list[str], parts: list[str]) -> bool:
    return len(pattern) <= len(parts) and all(want in ("*", part) for want, part in zip(pattern, parts, strict=False))
