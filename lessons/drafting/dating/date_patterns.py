"""The patterns of date expressions, made from the words of `data/dates.toml`.

Every run in them is bounded, so that looking for dates takes time in proportion to the text.
"""

from __future__ import annotations

import re

from ..words import any_of, data, split

WORDS = data("dates")
MONTHS = {name: n for n, name in enumerate(WORDS["months"].split(), 1)}
SHORT = {name: next(n for full, n in MONTHS.items() if full.startswith(name[:3])) for name in WORDS["short_months"].split()}
DAYS = {name: n for n, name in enumerate(WORDS["weekdays"].split())}
DAYS |= {name: next(n for full, n in DAYS.items() if full.startswith(name[:3])) for name in WORDS["short_weekdays"].split()}
SEASONS: dict[str, int] = WORDS["seasons"]
AMOUNTS = {word: n for n, word in enumerate(WORDS["amounts"].split(), 1)} | WORDS["tens"] | {"a": 1, "an": 1}
ORDINALS = {word: n for n, word in enumerate(WORDS["ordinals"].split(), 1)}
DECADES: dict[str, int] = WORDS["decades"]
FIXED: dict[str, str] = WORDS["fixed_days"]
KNOWN: dict[str, str] = WORDS["known_days"]
MOVING: dict[str, str] = WORDS["moving_days"]
NUMBERED, COUNTED, PLAIN_BEFORE = (split(WORDS[name]) for name in ("numbered", "counted", "plain_before"))
DOUBTFUL = split(WORDS["doubtful_months"])
UNITS = "day|week|month|year|decade|weekend|night|morning|evening|afternoon|quarter"

MONTH = rf"(?:(?:{any_of(MONTHS)}|{any_of(name.upper() for name in MONTHS)})\b|(?:{any_of(SHORT)})(?:\.|\b)(?![a-z]))"
WEEKDAY = rf"(?:(?:{any_of(WORDS['weekdays'])})\b|(?:{any_of(WORDS['short_weekdays'])})\b\.?)"
SEASON = rf"(?:{any_of(SEASONS)}|{any_of(name.title() for name in SEASONS)})"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\w|:\d|[.,]\d|\s?%)"
YEAR = r"[12]\d{3}(?![\w]|[.,]\d|[-–]\d{3})"
S = r"(?:[\s\u00a0]{1,3})"
DASH = r"\s?[–—‑-]\s?"
JOIN = rf"(?:{DASH}|{S}(?:to|until|till|through|and|&|or){S}|/)"
TAIL = (
    rf"(?:{S}of)?{S}(?P<tail>(?:that|last|this|next|(?:the{S})?(?:same|following|next|previous|preceding|current)){S}year|the{S}year{S}(?:before|after)(?={S}?[.,;:)?!—–]|{S}(?:and|but|when|with|at|in|by)\b|\Z)"
    rf"|last(?=[,.;:)]|{S}(?:and|when|but|that|he|she|it|they|by|with|in|at|to)\b|\Z))(?!['’]s)"
)

# A word may begin where no word, sign of an address or decimal stands before it.
TRIGGER = re.compile(
    rf"(?:(?<![\w@#$£€¥₹/\\_`=§©~^])|(?<=[a-z])(?=(?:{any_of(MONTHS)})\s[12]))(?:"
    r"(?P<digit>(?<!\d[.,:])(?:(?<![A-Za-z]-)|(?<=mid-)|(?<=Mid-)|(?<=late-)|(?<=early-)|(?<=pre-)|(?<=post-))\d)"
    rf"|(?P<month>{MONTH})"
    rf"|(?P<weekday>{WEEKDAY})"
    rf"|(?P<season>{SEASON})\b"
    r"|(?P<named>Christmas|New{s}Year[’']s|Boxing{s}Day|Valentine|St\.?{s}(?:Patrick|Valentine)|April{s}Fool|May{s}Day|Bastille{s}Day|Hallowe[’']?en"
    r"|All{s}Saints|All{s}Souls|Armistice{s}Day|D-Day|V-?E{s}Day|Veterans|Burns{s}Night|Twelfth{s}Night|St\.?{s}(?:George|Andrew|David|Stephen)"
    r"|Bonfire{s}Night|Guy{s}Fawkes|Anzac|Canada{s}Day|Juneteenth|the{s}Fourth{s}of{s}July|Easter|Good{s}Friday|Maundy|Palm{s}Sunday"
    r"|Ash{s}Wednesday|Shrove|Ascension|Whit{s}|Pentecost|Thanksgiving|Black{s}Friday|Labor{s}Day|Memorial{s}Day|Remembrance)\b"
    r"|(?P<near>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)\b"
    r"|(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]hat|[Ss]ame|[Ff]ollowing|[Pp]revious|[Pp]receding|[Cc]oming)\b(?=\s)"
    r"|(?P<shift>later|earlier|ago|before|after|afterwards|previously|on)\b"
    r"|(?P<century>[Cc]entur(?:y|ies))\b"
    r"|(?P<quarter>[Qq]uarters?|half|Q[1-4]|H[12]|FY)(?![a-z])"
    r"|(?P<era>AD|A\.D\.|CE)(?=\s?\d)"
    r"|(?P<year>year|month)\b"
    r"|(?P<short>[’'‘]\d\d)(?![\w%°’'.,]\d|[\w%°])"
    r"|(?P<decade>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|(?:Twen|Thir|For|Fif|Six|Seven|Eigh|Nine)ties|[’'‘][2-9]0s)\b"
    r")".replace("{s}", r"\s")
)

_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
NUMBER_WORD = rf"(?:\d{{1,3}}|{any_of(AMOUNTS)}|{_TENS}[- ](?:one|two|three|four|five|six|seven|eight|nine))"

ISO = re.compile(
    r"(?P<y>[12]\d{3})(?P<sep>[-/])(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<d>[0-3]\d)(?![\d\w]|-\d)"
    rf"(?:(?:/|{S}(?:to|until){S}|{DASH})(?P<y2>[12]\d{{3}})(?P=sep)(?P<m2>0[1-9]|1[0-2])(?P=sep)(?P<d2>[0-3]\d)(?![\d\w]))?"
)
STAMP = re.compile(r"[12]\d{3}-\d\d-\d\d[T ]\d\d:?\d\d[\d:.Z+]{0,20}")
ISO_MONTH = re.compile(r"(?P<y>[12]\d{3})-(?P<m>0[1-9]|1[0-2])(?![\w-]|[.,/]\d)")
NUMERIC = re.compile(r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|(?<=/)\d{2})(?![\w/-]|[.,]\d)")
SHORT_NUMERIC = re.compile(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\w/%-]|[.,]\d)")
DAY_FIRST = re.compile(
    rf"(?:(?P<d1>{DAY})(?:{S}(?:of{S})?(?P<m1>{MONTH})(?:,?{S}(?P<y1>{YEAR}))?)?"
    rf"(?P<join>{JOIN})(?:on{S})?(?:the{S})?)?"
    rf"(?P<d2>(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?)[\s\u00a0-]{{0,3}}(?:(?:day{S})?of{S})?(?P<m2>{MONTH})"
    rf"(?:(?:,?{S}|-|,|{S}of{S}|,?{S}in{S})?(?P<y2>{YEAR})|{S}(?P<ys>[’'‘]\d\d)\b|,?{TAIL})?"
)
MONTH_FIRST = re.compile(
    rf"(?P<m1>{MONTH}){S}?(?:the{S})?(?P<d1>{DAY})(?:,?{S}(?P<y1>{YEAR}(?=\s?[-–—]|\s(?:to|until|through)\s)))?"
    rf"(?:(?P<join>{JOIN})(?:on{S})?(?:(?P<m2>{MONTH}){S})?(?:the{S})?(?P<d2>{DAY}))?"
    rf"(?:(?:,?{S}(?:of{S})?|,)(?P<y2>{YEAR})|{S}(?P<ys>[’'‘]\d\d)\b|,?{TAIL})?"
)
MONTH_YEAR = re.compile(
    rf"(?P<m1>{MONTH})(?:(?:,?{S}|,{S}?|{S}of{S})?(?P<y1>{YEAR}))?"
    rf"(?:(?P<join>{JOIN})(?P<m2>{MONTH})(?!{S}?\d{{1,2}}(?!\d)))?"
    rf"(?:(?:,?{S}|,{S}?|{S}of{S})(?P<y2>{YEAR})|{S}(?P<ys>[’'‘]\d\d)\b|{TAIL})?"
)
ERA = r"(?:BCE?\b|B\.C\.(?:E\.)?|CE\b|AD\b|A\.D\.)"
ERA_YEARS = re.compile(rf"(?P<y1>\d{{1,4}})(?:\s?(?P<e1>{ERA}))?(?:(?P<join>{JOIN})(?:AD\s?)?(?P<y2>\d{{1,4}}))?\s?(?P<e2>{ERA})")
AD_YEAR = re.compile(rf"(?:AD|A\.D\.|CE)\s?(?P<y1>\d{{1,4}})(?:(?P<join>{JOIN})(?P<y2>\d{{1,4}}))?(?![\w]|[.,]\d)")
YEARS = re.compile(rf"(?P<y1>[12]\d{{3}})(?P<join>{JOIN})(?P<y2>[12]\d{{3}}|\d{{2}})(?![\w]|[.,]\d|[-–/]\d)")
ONE_YEAR = re.compile(r"[12]\d{3}(?![\w%]|[.,]\d|[-–/]\d|\s?%)")
DECADE = re.compile(
    rf"(?P<y1>[12]\d\d0)[’']?s\b(?:(?P<join>{JOIN})(?:the{S})?(?:(?:early|mid|late)[- ])?(?P<y2>[12]\d\d0|[’'‘]?\d0)[’']?s\b)?"
)
NTH = re.compile(r"(?P<d>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)\b")
# Behind "on the 20th": what goes on with the sentence, not a noun that is counted.
NTH_GOES_ON = re.compile(
    r"\s*(?:[,.;:)—–]|\Z|(?:and|to|[A-Z][\w’'-]+\s[a-z]+|the|a|he|she|it|they|we|in|at|with|was|when|after|but|by|for|from|his|her|their|my|our|your|its|I|you|this|that|these|those|an|as|nobody|no|none|there|all|most|both|only|not|is|will|are|were|had|has|have|would|could|did|may|must|until|till|over|into|about|around|before|during|because|since|while|where|who|which|everyone|everybody|someone|somebody|another|one|two|three|four|five|some|many|several|every|each)\b)"
)
QUARTER = re.compile(
    rf"(?:Q(?P<q>[1-4])|(?P<q2>[1-4])Q|H(?P<h>[12])|(?P<h2>[12])H){S}?(?:of{S})?(?:(?:FY|fiscal{S}?)?{S}?)?(?P<y>{YEAR}|[’']?\d\d\b|FY\d\d\b)?(?![\w])"
)
FISCAL = re.compile(rf"FY{S}?(?P<y1>{YEAR}|[’']?\d\d)(?:[-–/](?P<y2>\d{{4}}|\d{{2}}))?(?![\w])")
PART_OF_YEAR = re.compile(
    rf"{S}of{S}(?:the{S})?(?:fiscal{S}|financial{S}|calendar{S})?(?:year{S})?(?:(?P<y>{YEAR})|(?P<which>this|last|next|the){S}year)"
)
WEEKDAY_BODY = re.compile(
    rf"(?P<w>{WEEKDAY})(?P<part>{S}(?:night|morning|afternoon|evening|lunchtime))?(?P<on>{S}?(?:,|\()?{S}?(?:the{S})?(?=\d|{MONTH}))?"
)
SEASON_BODY = re.compile(
    rf"(?P<s>{SEASON})(?:[/–-](?P<s2>{SEASON}))?(?:,?{S}(?:of{S})?(?P<y1>{YEAR})(?:[–/-](?P<y2>\d{{4}}|\d\d)(?![\w]))?"
    rf"|{S}(?P<ys>[’'‘]\d\d)\b|{TAIL})?"
)
WHICH_BODY = re.compile(
    rf"(?P<which>\w+){S}(?:(?P<unit>{UNITS})\b|(?P<month>{MONTH})|(?P<weekday>{WEEKDAY})|(?P<season>{SEASON})\b)(?P<part>{S}(?:night|morning|afternoon|evening)\b)?"
)

# What may stand before an expression and belongs to it, or says how it is meant; looked for in the few words before it.
MODIFIER = re.compile(
    r"(?:^|(?<=[\s(“\"‘'—–-]))(?:"
    r"(?P<edge>(?:(?:the|The)\s)?(?:very\s)?(?:end|start|beginning|middle|close|turn|latter\spart|early\spart|early\sdays|first\sdays|last\sdays|eve"
    r"|(?:first|second|third|fourth|last|final)\s(?:full\s)?(?:week|weekend|fortnight|ten\sdays))"
    r"\sof\s(?:the\s)?)"
    r"|(?P<half>(?:(?:the|The)\s)?(?:first|second|latter|last)\shalf\sof\s(?:the\s)?)"
    r"|(?P<quarter>(?:(?:the|The)\s)?(?:first|second|third|fourth|last|final)[\s-]quarter\sof\s(?:the\s)?)"
    r"|(?P<when>(?:the\s)?(?:[Ee]arly|[Ll]ate|[Mm]id|[Mm]iddle|[Ll]ater|[Ee]arlier)(?:\sin\s(?:the\s)?|[\s-]))"
    r"|(?P<about>(?:c|ca)\.\s?|[Cc]irca\s|(?:[Aa]bout|[Aa]round)\s)"
    r"|(?P<the>[Tt]he\s(?:year\s|years\s)?)|(?P<fiscal>(?:[Tt]he\s)?(?:[Ff]iscal|[Ff]inancial|[Cc]alendar)\s(?:year\s)?)"
    r")\Z"
)
OPENED = re.compile(
    r"(?:^|(?<=[\s(“\"‘'—–-]))(?P<word>[Ss]ince|[Uu]ntil|[Tt]ill)\s(?:about\s|around\s|at\sleast\s|as\slate\sas\s|the\s)?\Z"
)
# "It was not until 2013 that the road was paved": in that year.
NOT_UNTIL = re.compile(r"(?:\bwas\s|\A|[^\w\s,]\s{0,2})[Nn]ot\s\Z")
EACH = re.compile(
    r"\b(?:[Ee]very|[Ee]ach)\s(?:year\s(?:on|in|from|between)\s)?(?:the\s)?\Z|\b(?:[Aa]nnually|[Yy]early)\s(?:on|in|from)\s\Z"
)
EACH_BEHIND = re.compile(
    r"\s?,?\s?(?:of\s|in\s)?(?:each|every)\s(?:(?:second|other|third|fourth|fifth)\s)?year\b|\s?,?\s?(?:annually|yearly)\b"
)
IN_TIME = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]hroughout|[Ee]arly|[Mm]id|[Ll]ate|[Ll]ast|[Nn]ext|[Tt]his|[Bb]etween"
    r"|[Aa]round|[Ff]rom|[Tt]hrough|of|[Ee]nd|months to|quarter to|since about|month of"
    r"|(?:[Ff]igures|[Dd]ata|[Rr]esults|[Oo]utlook|[Ff]orecasts?|[Aa]ccounts|planned|scheduled|due|booked|expected|[Tt]argets?|[Rr]ainfall"
    r"|[Ss]ales|[Mm]inutes|[Nn]umbers|[Ee]stimates?|[Ss]tatistics|listed|set|fixed|timed|promised|billed|slated|announced"
    r"|pencilled in) for)[\s-](?:early[\s-]|mid[\s-]|late[\s-])?\Z"
)
TO_TIME = re.compile(
    rf"\b(?:{MONTH})(?:\s\d{{4}})?,?(?:\s?[–—-]\s?|,\s|\s(?:to|and|or|until|through)\s(?:in\s|by\s|early\s|mid[\s-]|late\s)?|,?\s(?:and\s)?then\s(?:for|to|until|till)\s)\Z"
)
