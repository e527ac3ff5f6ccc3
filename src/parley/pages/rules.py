"""What each family of rules states, in a sentence for a reader of a claim."""

from __future__ import annotations

__all__ = ["rule_words"]

# By the beginning of the rule's name; the longest that fits is taken. `*` stands for any one part of the name.
_STATES = {
    "move:*:noun": "a noun or adjective that names the act (a rejection of, an offer of, ready to) with its party "
    "stands with what it is about",
    "move:*:plain": "the verb's own meaning is the act, and a side of a dispute is its subject in a report of talks",
    "move:*:readiness": "a party is said to be ready or willing to do what would be a term of the talks",
    "move:*:foreseen": "what a deal, plan or offer foresees is told as its content",
    "move:*:commitment": "a party is said to do, or to be about to do, what is a term of talks: it commits itself, and "
    "offers when something is asked for it or the other side must still agree",
    "move:*:conditional-harm": "a party is said to do harm if something else does, or does not, happen",
    "move:*:own-deed": "a party warns of a deed of its own, or says it will do harm if something does or does not happen",
    "move:*:announced": "a party says that it will strike, sue or do the like",
    "move:*:befalling": "a party says what will befall whoever does not do as told",
    "move:*:lapse": "a party says that what was put or agreed will end if something does or does not happen",
    "move:*:forsworn": "a party says that it will not do a harm named",
    "move:*:no-harm": "a party says that there will be no harm of the kind named",
    "move:*:own-word": "a party says that it will do, by a day or for good, what ends a hardship or is a term of talks",
    "move:*:to-keep": "a party says that it will keep what was agreed or promised",
    "move:*:duly": "a party is said to have duly done what a deal may ask",
    "move:*:made-good": "a party is said to have made good on what it owed or promised",
    "move:*:undone": "a party is said not to have done what was agreed or promised",
    "move:*:despite": "a party is said to have attacked despite a truce or deal",
    "move:*:not-kept": "a party is said not to have kept to what was agreed",
    "move:*:said-of-another": "a party says of another that it broke a deal or blocks the talks",
    "move:*:first": "a party says what must be done first: it will not act until then, or only then, or provided it is so",
    "move:*:or-else": "a party asks for something and names what will happen otherwise",
    "move:*:must": "a party says what another must, should, has or needs to do",
    "move:*:position": "what a party asks is named by a noun or clause of asking: its demand is, what it wants is",
    "move:*:without": "a party is to strike or do harm without what it asks for",
    "move:*:conditional": "a party says what it may do if the other side does something",
    "move:*:may-harm": "a party says that it may strike or do harm",
    "move:*:could-live-with": "a party says what it could live with",
    "move:*:no-longer": "a party says that it no longer gives what it gave",
    "move:*:deed-under-deal": "a party is said to have done what the sentence puts under, or in line with, a deal",
    "move:*:release-under-deal": "those held are let go under a deal that the sentence names",
    "move:*:headline": "in a headline a verb of this act stands right behind the talks",
    "move:*:object": "a verb of this act stands with a party as its doer; its object is what is put forward or answered, "
    "or the other party",
    "move:*:to": "a verb of this act stands with a party as its doer; its infinitive says what is to be done",
    "move:*:clause": "a verb of this act stands with a party as its doer; its clause says what is to be so or done",
    "move:*:none": "a verb that needs nothing beside it to be this act stands with talks, terms or a party",
    "move:*:bare": "a verb of this act stands alone with a party as its doer; what is answered was said before",
    "move:*:passive": "a verb of this act stands in the passive with what is put forward or answered as its subject",
    "move:*:answered": "a noun names what somebody put forward and the sentence says that it was received or answered",
    "move:*:declared": "a party says that it will or would do something",
    "move:*:held-out": "a party holds out a prospect, or says what could be",
    "move:*:no": "a party says no, or answers with a no",
    "move:*:not-yes": "a party says that it will not, would not or cannot do what is a yes",
    "move:*:no-without": "a party says that there will be nothing without what it asks for",
    "move:*:no-interest": "a party is said to have lost interest in what it put forward or was offered",
    "move:*:on-hold": "talks or a deal are said to be on hold",
    "move:*:next": "a party says yes or no, in a word right behind its verb",
    "move:*:complement": "a party calls what was put to it by a word of judgement, or talks are said to be so",
    "move:*:subjects": "a verb of talking stands with several parties as its doers",
    "move": "a verb of this act stands with a party as its doer; the words behind its preposition say what it is about "
    "or whom it is put to",
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
    "figure:adjacent-verb": "the verb right before or behind a number and its noun says what happened to those counted",
    "figure:phrase": "a fixed phrase (lost their lives, went missing) says what happened to those who are counted",
    "figure:amount": "an amount of money, a share, a price or a mass is told that no move offers, asks or agrees",
    "figure:number": "people or things are counted whom no move is about",
    "figure:attribute": "a participle between number and noun tells what happened to those who are counted",
    "figure:ballot": "a percentage of people or of votes cast is given",
    "figure:again": "another value is given of what the figure before it measures",
    "figure": "a number stands with those it counts and with words that say what happened to them",
    "event:*:verb": "a verb of a deed outside the talks stands, told as a fact or a plan, with whoever may do it or what "
    "it may be done to",
    "event:*:noun": "a noun names a deed outside the talks that there is or was; it is not only feared, asked for, or a "
    "word before another noun",
    "event:*:loose": "a noun that may name a deed outside the talks stands with its doer, target, place or day",
    "event:*:headline": "in a headline a word for a deed stands between whoever may do it and what it may be done to",
    "event": "words name a deed outside the talks",
    "phase:*:state": "an agreement, or a numbered phase of one, is the subject of a verb that tells how it stands, or is said "
    "to be in a state (in force, over, on hold, unresolved)",
    "phase:*:deed": "a verb tells what was done to an agreement or a phase of it (was suspended, was carried out, both "
    "have kept to it), and no move is found there",
    "phase:*:before": "an adjective before an agreement or a phase tells how it stands (the unresolved second stage)",
    "phase:*:noun": "a noun behind after or since tells what became of an agreement (after the collapse of the truce)",
    "phase:*:time": "the report counts the days or weeks of an agreement (in the second week of the truce)",
    "phase:*:quiet": "it has been quiet since an agreement, or under it",
    "phase": "words tell how an agreement or a phase of it stands",
    "speech.clause": "a verb of saying has a speaker as its subject and what was said as its clause",
    "speech.quotation": "words in quotation marks stand with a verb of saying and its speaker",
    "speech.carried": "a quotation without a speaker of its own follows one whose speaker is still speaking",
    "speech.object": "a verb of saying has a speaker and names what was told, without giving the words",
    "speech.impersonal": "what is said is told without a speaker (it was reported that)",
    "speech.noun": "a noun of saying (a statement, a claim that) with its owner gives the words",
    "speech.silence": "a named party was asked, or expected, and did not answer; this is no answer",
    "speech.of": "a verb of saying stands with what is told of somebody or something behind its of",
    "speech.as": "a verb of saying tells what somebody called or described something as",
    "speech.predicate": "what is said of somebody's words stands as the predicate of a noun of saying",
    "speech.beside": "words in quotation marks stand behind a colon, before a subject and its verb, or within what "
    "somebody does, of which none is a word of saying",
    "speech.signed": "a name stands behind a dash at the end of words in quotation marks",
    "speech.to": "somebody owns to a deed (admits to holding ten men)",
    "speech.number": "somebody speaks of a number (spoke of seven dead)",
    "speech.quoted": "words in quotation marks stand beside a verb of saying that has no clause of its own",
    "speech": "words are given as somebody's by a cue of speech",
    "aside": "an aside (according to, as somebody said) names on whose word the sentence rests",
    "heading:interview": "a name before the line, or the question above it, says whose words the paragraph gives",
    "heading:tail": "a headline names the speaker with a verb of saying behind its last comma",
    "heading:line": "a name and a colon stand before a line of the running text",
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
