"""Sentences with the attributions a careful reader finds in them: chain, cue, directness, content.

A chain is written from the source nearest to the report to the one said to have said it, joined by " < ".
"""

from __future__ import annotations

__all__ = ["CASES", "HEADINGS", "NONE", "SILENCES"]

# text, chain, cue, directness, content (each piece as it stands)
CASES = [
    # direct quotations, cue behind, before and inside
    ('"We will not sign," the minister said.', "minister", "said", "direct", ['"We will not sign,"']),
    ('"We will not sign," said the minister.', "minister", "said", "direct", ['"We will not sign,"']),
    ("“We will not sign,” said Anna Holt, who chairs the union.", "Anna Holt", "said", "direct", ["“We will not sign,”"]),
    ('The minister said: "We will not sign."', "minister", "said", "direct", ['"We will not sign."']),
    ('Anna Holt said, "The offer is dead."', "Anna Holt", "said", "direct", ['"The offer is dead."']),
    ('"The offer," Anna Holt said, "is dead."', "Anna Holt", "said", "direct", ['"The offer,"', '"is dead."']),
    ('"The offer is dead," Anna Holt told reporters. "Nobody wants it."', "Anna Holt", "told", "direct", ['"The offer is dead,"', '"Nobody wants it."']),
    ('"Why should we wait?" she asked.', "she", "asked", "direct", ['"Why should we wait?"']),
    ('"The port stays shut," the union wrote in a letter.', "a letter < union", "wrote", "direct", ['"The port stays shut,"']),
    ("'We are ready to sign,' the envoy said.", "envoy", "said", "direct", ["'We are ready to sign,'"]),
    ("«We are ready to sign», the envoy said.", "envoy", "said", "direct", ["«We are ready to sign»"]),
    ('"We pay more than anyone," added Karl Brandt, the company\'s chief executive.', "Karl Brandt", "added", "direct", ['"We pay more than anyone,"']),
    ('"Talks are over. We are going home," the delegate declared.', "delegate", "declared", "direct", ['"Talks are over. We are going home,"']),
    # quotations whose speaker the sentence tells by its place, not by a word of saying
    ('The mayor tore up the draft: "Nobody here will sign that."', "mayor", "tore", "direct", ['"Nobody here will sign that."']),
    ('"Not one cent more," the treasurer sighed.', "treasurer", "sighed", "direct", ['"Not one cent more,"']),
    ('"How long must we wait?" the envoy fumed; "it has been four months."', "envoy", "fumed", "direct", ['"How long must we wait?"', '"it has been four months."']),
    # what goes on behind a speaker set into it, and what stands before one where the parser lost its verb
    ("The miners will not return, their delegate told the board on Friday, until the fund pays.", "their delegate", "told", "indirect", ["The miners will not return", "until the fund pays"]),
    ("Shells fell on the old mill on Sunday, our correspondent in the valley reports.", "our correspondent in the valley", "reports", "indirect", ["Shells fell on the old mill on Sunday"]),
    ("By the union's own account, its pickets let nine lorries through.", "union", "By the union's own account", "indirect", ["its pickets let nine lorries through"]),
    ("Mill talks may reopen on Monday, labour chief hints", "labour chief", "hints", "indirect", ["Mill talks may reopen on Monday"]),
    # clauses of reporting that punctuation sets off, whatever stands next to them
    ("The ferries will sail again on Monday, a cook who had heard the captain told our reporter.", "a cook", "told", "indirect", ["The ferries will sail again on Monday"]),
    ("The levy has cost growers nine million crowns, the guild reckons, half of it this year.", "guild", "reckons", "indirect", ["The levy has cost growers nine million crowns", "half of it this year"]),
    ("The owners, the minutes show, had agreed to the terms in May.", "minutes", "show", "indirect", ["The owners", "had agreed to the terms in May"]),
    ("Two barges were sunk off the cape, a pilot said, as the envoys sat down to dinner.", "a pilot", "said", "indirect", ["Two barges were sunk off the cape"]),
    ("The pickets arrived at noon, and by dusk, their steward said, all had gone home.", "their steward", "said", "indirect", ["by dusk", "all had gone home"]),
    ("The mill would pay 5 percent, its owner let it be known, once the gates were open.", "its owner", "let it be known", "indirect", ["The mill would pay 5 percent", "once the gates were open"]),
    ("The emir served notice that his guards would stay.", "emir", "served notice", "indirect", ["his guards would stay"]),
    # whom an outlet has it from
    ("Radio Lorne, which had it from a guard, said the prisoners had been moved.", "Radio Lorne < a guard", "said", "indirect", ["the prisoners had been moved"]),
    ("The dean told this newspaper that the college would close.", "dean", "told", "indirect", ["that the college would close"]),
    # what two say on the two sides of a semicolon, and what the speaker does himself
    ("The army fired on the ferry; the rebels denied laying mines.", "rebels", "denied", "indirect", ["laying mines"]),
    ("The premier conceded that a cut was due and invited the union to lunch.", "premier", "conceded", "indirect", ["that a cut was due"]),
    ("The company admits to holding nine passports.", "company", "admits", "indirect", ["holding nine passports"]),
    # quotations told by the doer around them
    ('The warlord invited the envoys to "a walk among the graves".', "warlord", "invited", "mixed", ['to "a walk among the graves"']),
    ('"Never in my life," was the answer of the mayor.', "mayor", "answer", "direct", ['"Never in my life,"']),
    ('The dockers went home "with dry eyes", in the phrase of their chaplain.', "their chaplain", "in the phrase", "mixed", ['The dockers went home "with dry eyes"']),
    # indirect speech
    ("The minister said that talks would resume in May.", "minister", "said", "indirect", ["that talks would resume in May"]),
    ("The minister said talks would resume in May.", "minister", "said", "indirect", ["talks would resume in May"]),
    ("The deal, the minister said, is dead.", "minister", "said", "indirect", ["The deal", "is dead"]),
    ("Talks would resume in May, the minister said.", "minister", "said", "indirect", ["Talks would resume in May"]),
    ("Talks would resume in May, said the minister.", "minister", "said", "indirect", ["Talks would resume in May"]),
    ("The union announced that the strike would end on Friday.", "union", "announced", "indirect", ["that the strike would end on Friday"]),
    ("The army denied that its guns had hit the market.", "army", "denied", "indirect", ["that its guns had hit the market"]),
    ("The company confirmed it had raised its bid.", "company", "confirmed", "indirect", ["it had raised its bid"]),
    ("The rebels claim to have taken the bridge.", "rebels", "claim", "indirect", ["to have taken the bridge"]),
    ("The ministry has acknowledged that aid trucks were turned back.", "ministry", "acknowledged", "indirect", ["that aid trucks were turned back"]),
    ("Analysts believe that the tariffs will hurt growers.", "Analysts", "believe", "indirect", ["that the tariffs will hurt growers"]),
    ("Farmers fear the quota will be cut again.", "Farmers", "fear", "indirect", ["the quota will be cut again"]),
    ("The mayor hopes that both sides return to the table.", "mayor", "hopes", "indirect", ["that both sides return to the table"]),
    ("The envoy warned that time was running out.", "envoy", "warned", "indirect", ["that time was running out"]),
    ("The union pointed out that pay had fallen for six years.", "union", "pointed out", "indirect", ["that pay had fallen for six years"]),
    ("The envoy went on to state that the truce was holding.", "envoy", "went on to state", "indirect", ["that the truce was holding"]),
    ("Both sides insisted that they wanted a deal.", "Both sides", "insisted", "indirect", ["that they wanted a deal"]),
    ("The ministry told the union that no money was left.", "ministry", "told", "indirect", ["that no money was left"]),
    ("The president assured farmers that prices would recover.", "president", "assured", "indirect", ["that prices would recover"]),
    ("The survey found that most drivers back the strike.", "survey", "found", "indirect", ["that most drivers back the strike"]),
    ("The letter says the lockout will last a month.", "letter", "says", "indirect", ["the lockout will last a month"]),
    ("Witnesses said shells had fallen near the school.", "Witnesses", "said", "indirect", ["shells had fallen near the school"]),
    ("Anna Holt, quoting a delegate, said the vote was close.", "Anna Holt < a delegate", "said", "indirect", ["the vote was close"]),
    # mixed
    ('The envoy said the truce was "within reach".', "envoy", "said", "mixed", ['the truce was "within reach"']),
    ("The union said the offer was 'an insult' to its members.", "union", "said", "mixed", ["the offer was 'an insult' to its members"]),
    ('The army has "no plans" to withdraw, the general said.', "general", "said", "mixed", ['The army has "no plans" to withdraw']),
    ('The minister called the bid "a farce".', "minister", "called", "mixed", ['the bid "a farce"']),
    ('The union branded the offer "an insult".', "union", "branded", "mixed", ['the offer "an insult"']),
    ("The mayor labelled the plan as unworkable.", "mayor", "labelled", "indirect", ["the plan as unworkable"]),
    ('The president criticised the levy as "theft".', "president", "criticised", "mixed", ['the levy as "theft"']),
    ('The bishop condemned the raid as "a crime against the poor".', "bishop", "condemned", "mixed", ['the raid as "a crime against the poor"']),
    ("The board described the offer as fair.", "board", "described", "indirect", ["the offer as fair"]),
    ('The chairman dismissed the bid as "opportunistic".', "chairman", "dismissed", "mixed", ['the bid as "opportunistic"']),
    ("The rebels accused the army of shelling a school.", "rebels", "accused", "indirect", ["the army of shelling a school"]),
    ("The union blamed the board for the delay.", "union", "blamed", "indirect", ["the board for the delay"]),
    ('The envoy spoke of progress, adding that gaps "remain wide".', "envoy", "adding", "mixed", ['that gaps "remain wide"']),
    # participles that belong to the speaker
    ("The envoy said the truce was holding, adding that talks would go on.", "envoy", "adding", "indirect", ["that talks would go on"]),
    ("The envoy said the truce was holding, adding that talks would go on.", "envoy", "said", "indirect", ["the truce was holding"]),
    ("The board rejected the bid, saying it undervalued the company.", "board", "saying", "indirect", ["it undervalued the company"]),
    ("The union walked out, insisting that the offer was too low.", "union", "insisting", "indirect", ["that the offer was too low"]),
    # passive and impersonal
    ("The minister was quoted by the daily as saying that talks had failed.", "daily < minister", "saying", "indirect", ["that talks had failed"]),
    ("The minister was quoted as saying that talks had failed.", "minister", "saying", "indirect", ["that talks had failed"]),
    ("The broadcaster quoted the envoy as saying the truce would hold.", "broadcaster < envoy", "saying", "indirect", ["the truce would hold"]),
    ("It was reported that talks had collapsed.", "a report (outlet not named)", "reported", "indirect", ["that talks had collapsed"]),
    ("Earlier, it was reported that talks had collapsed.", "an earlier report (outlet not named)", "reported", "indirect", ["that talks had collapsed"]),
    # asides
    ("The bid is too low, according to two people familiar with the talks.", "two people familiar with the talks", "according to", "indirect", ["The bid is too low"]),
    ("According to the ministry, twelve ships are waiting.", "ministry", "According to", "indirect", ["twelve ships are waiting"]),
    ("Twelve ships, according to the ministry, are waiting.", "ministry", "according to", "indirect", ["Twelve ships", "are waiting"]),
    ("The toll rose to ten, according to a statement by the ministry.", "a statement by the ministry", "according to", "indirect", ["The toll rose to ten"]),
    ("The terms, as outlined by the mediator, favour the growers.", "mediator", "as outlined by", "indirect", ["The terms", "favour the growers"]),
    ("As the envoy put it, time is short.", "envoy", "put", "indirect", ["time is short"]),
    # chains
    ("The truce will hold, Radio Nord reported, citing a post on a social network.", "Radio Nord < a post on a social network", "reported", "indirect", ["The truce will hold"]),
    ("The agency, quoting a spokesman, said the port would reopen.", "agency < a spokesman", "said", "indirect", ["the port would reopen"]),
    ("Two officials said that the minister had told the union that the money was gone, the daily reported.", "daily < Two officials < minister", "told", "indirect", ["that the money was gone"]),
    ("Two officials said that the minister had told the union that the money was gone, the daily reported.", "daily < Two officials", "said", "indirect", ["that the minister had told the union that the money was gone"]),
    ("The union said the port had been closed, the newspaper reported.", "newspaper < union", "said", "indirect", ["the port had been closed"]),
    ("The envoy said the mediator believed that a deal was near.", "envoy < mediator", "believed", "indirect", ["that a deal was near"]),
    ("The envoy told Radio Nord that a deal was near.", "Radio Nord < envoy", "told", "indirect", ["that a deal was near"]),
    ("The union's letter, published by the newspaper, says the lockout is illegal.", "newspaper < union's letter", "says", "indirect", ["the lockout is illegal"]),
    ("Radio Nord reported, citing a letter signed by the owner, that the yard was sold.", "Radio Nord < a letter < owner", "reported", "indirect", ["that the yard was sold"]),
    ("The union said in a statement that the port was shut.", "a statement < union", "said", "indirect", ["that the port was shut"]),
    ("The mayor denied that a deal was near, after the radio said it was signed.", "mayor", "denied", "indirect", ["that a deal was near"]),
    ("The mayor denied that a deal was near, after the radio said it was signed.", "radio", "said", "indirect", ["it was signed"]),
    ("The ministry put the toll at forty.", "ministry", "put", "indirect", ["the toll at forty"]),
    # nouns
    ("He rejected the union's claim that pay had fallen.", "union", "claim", "indirect", ["that pay had fallen"]),
    ("The army issued a warning that the road would be mined.", "army", "warning", "indirect", ["that the road would be mined"]),
    ("There were reports that the rebels had fled.", "reports", "reports", "indirect", ["that the rebels had fled"]),
    ("The talks stalled, with reports emerging that an official has labelled them as hopeless.", "an official", "labelled", "indirect", ["them as hopeless"]),
    ("The office pointed to earlier statements claiming that the rebels had accepted.", "earlier statements", "claiming", "indirect", ["that the rebels had accepted"]),
    # two who speak in one sentence
    ("The union says 40 men have stopped work; the owners say about 30 have.", "union", "says", "indirect", ["40 men have stopped work"]),
    ("The union says 40 men have stopped work; the owners say about 30 have.", "owners", "say", "indirect", ["about 30 have"]),
    ("The raid killed 30 people, and the strike killed 12 soldiers, according to the ministry.", "ministry", "according to", "indirect", ["the strike killed 12 soldiers"]),
    ("The raid killed 30 people on Monday and wounded 12 more, according to the ministry.", "ministry", "according to", "indirect", ["The raid killed 30 people on Monday and wounded 12 more"]),
    # numbers that somebody gives
    ("The harbour lost two weeks. The union's figure is 12 million crowns.", "union", "figure", "indirect", ["is 12 million crowns"]),
    ("The ministry gave the toll as 40.", "ministry", "gave", "indirect", ["the toll as 40"]),
    ("The bureau counted 60 trucks at the crossing.", "bureau", "counted", "indirect", ["60 trucks"]),
    # whose a statement is, and who a spokesman speaks for
    ("The chairman issued a statement acknowledging that the bid had failed.", "a statement < chairman", "acknowledging", "indirect", ["that the bid had failed"]),
    ("The spokesman, Karl Brandt, said the movement had told mediators it was ready.", "Karl Brandt", "told", "indirect", ["it was ready"]),
    # who spoke last goes on speaking
    ('"It is over," an official said. The road stayed shut. "We go home," he added.', "official", "added", "direct", ['"We go home,"']),
    ('"We are worried," the foreign ministry said. "Norland has been warned. We will wait," it said in a letter.', "a letter < foreign ministry", "said", "direct", ['"Norland has been warned. We will wait,"']),
    # the speaker behind an opening verb; a space lost before a mark; one statement of several clauses
    ('Said the envoy: "We have to talk."', "envoy", "Said", "direct", ['"We have to talk."']),
    ('It was kept for calm."We must look ahead," the envoy told reporters.', "envoy", "told", "direct", ['"We must look ahead,"']),
    ("The envoy said the deal was near, the guns were silent and the road was open.", "envoy", "said", "indirect", ["the deal was near, the guns were silent and the road was open"]),
    ("Calling the offer fair, the envoy Ana Holt said that talks would go on.", "Ana Holt", "said", "indirect", ["that talks would go on"]),
]  # fmt: skip

# text, speaker, words of silence
SILENCES = [
    ("The ministry declined comment.", "ministry", "declined comment"),
    ("The company would neither confirm nor deny the report.", "company", "would neither confirm"),
    ("The chairwoman would not be drawn on the price.", "chairwoman", "would not be drawn"),
    ("A call to the union was not returned.", "union", "was not returned"),
    ("The company declined to comment.", "company", "declined to comment"),
    ("The army has yet to officially respond.", "army", "has yet to officially respond"),
    ("While Norland has yet to respond, the union said it was ready.", "Norland", "has yet to respond"),
    ("The ministry did not immediately respond to a request for comment.", "ministry", "did not immediately respond"),
    ("The owner could not be reached for comment.", "owner", "could not be reached"),
    ("The bank refused to comment on the bid.", "bank", "refused to comment"),
    ("The rebels made no comment.", "rebels", "made no comment"),
    ("The company did not return calls seeking comment.", "company", "did not return calls"),
    ("There was no immediate comment from the army.", "army", "was no immediate comment"),
    (
        "A spokesman for the port was not available for comment.",
        "A spokesman for the port",
        "was not available for comment",
    ),
    ("The growers have not responded to the offer.", "growers", "have not responded"),
    ("The ministry would not comment.", "ministry", "would not comment"),
    ("The army has not said whether the road is open.", "army", "has not said"),
    ("The bank would not discuss the bid.", "bank", "would not discuss"),
    ("The chairman declined to say whether the bid would be raised.", "chairman", "declined to say"),
    ("The premier refused to be drawn.", "premier", "refused to be drawn"),
    ("The general laughed and hung up.", "general", "hung up"),
    ("Neither side would say so.", "Neither side", "would say"),
    ("She had no answer yet from the owners.", "owners", "had no answer"),
]

# heading, speaker, content
HEADINGS = [
    ("Talks near deal: minister", "minister", "Talks near deal"),
    ("PORT SUBSIDY TO END JULY 1 - MINISTER", "MINISTER", "PORT SUBSIDY TO END JULY 1"),
    ("Minister: talks near deal", "Minister", "talks near deal"),
    ("Strike could last weeks — union leader", "union leader", "Strike could last weeks"),
    ("Truce 'within reach', says mediator", "mediator", "Truce 'within reach'"),
    ("Bid too low, say shareholders", "shareholders", "Bid too low"),
    ("Rebels ready to sign: sources", "sources", "Rebels ready to sign"),
    ("Minister: no five-for-one swap with the rebels", "Minister", "no five-for-one swap with the rebels"),
]

# no attribution at all
NONE = [
    "The troops work according to a plan.",
    "Workers are paid according to their age.",
    "The war has claimed more than 40 lives.",
    "The floods claimed dozens of victims.",
    "The union called for talks on Monday.",
    "The envoy called the minister on Monday.",
    "The bridge is said to be safe.",
    "The company will not say that it is for sale.",
    "The minister may say that the tax must rise.",
    "The port handles grain and coal.",
    "The union demanded higher pay.",
    "The general told his men to advance.",
    "The board asked the union to wait.",
    "The truce ended on Friday, and talks broke off.",
    "The company reported a profit of two million crowns.",
    "He thinks fast.",
    "The firm makes 'smart' meters.",
    "The army responded with force.",
    "The owners answered the phone.",
    "Each driver is paid per shift.",
    "It is important to note that the bridge is safe.",
    "The union's figure is fair.",
    "The count of Lorne hung the picture up.",
    "The sum pledged to the kin of the miners, a cheque, changed hands.",
    "It is worth recalling that the bridge is safe.",
    "It bears repeating that the bridge is safe.",
]
