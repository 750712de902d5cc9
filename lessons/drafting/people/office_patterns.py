"""What joins a name to the office behind it, as patterns: the comma, "was elected", "served as", "from 2010 to 2018"."""

from __future__ import annotations

import re

from ..words import data

_VERBS = data("offices")["verbs"]
_CAPITALS = r"[A-ZÀ-Þ][\w’-]{0,30}(?:[ -](?:of |and |the )?[A-ZÀ-Þ][\w’-]{0,30}){0,4}"
# What may stand between a name and the comma before the office: letters, "of Place", née, life dates or a party in brackets, an age.
AFTER_NAME = re.compile(
    r"(?:,? (?:[A-Z]{2,5}|PhD|DPhil|[A-Z]\.[A-Z]\.)(?=,|\s\())?"
    rf"(?: of (?:the )?{_CAPITALS}(?=,|\s?[–—(]))?"
    r"(?:,? \(?née [A-ZÀ-Þ][\w’-]{1,30}\)?(?=,|\s))?"
    r"(?:,? \((?:[^()\n]{0,40}\d{2,4}[^()\n]{0,20}|\d{1,3}|[A-Z][\w. -]{0,24})\)(?=,|\s(?:is|was|who)\b))?"
    r"(?:, (?:who is |now |aged )?\d{1,3}(?=,|\s?[–—(]))?"
    r"(?:,? \((?:[Rr]etd|[Rr]td|[Rr]etired|RETD|[Rr]et)\.?\)(?=,))?"
)
APART = re.compile(r"\s?(?P<mark>,|\(|–|—|\t+|\||-(?=\s))\s?")
_UNTIL = (
    r"until (?:recently|lately|then|last \w{3,9}|this \w{3,9}|(?:[A-Z]\w{2,8} )?\d{4}"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
LEAD = re.compile(
    rf"(?:(?P<former>{_UNTIL}|at (?:the|that) time|in those days|(?:from|between) \d{{4}} (?:to|until|and) \d{{4}})|"
    r"since (?:[A-Z]\w{2,8} )?\d{4}|himself|herself|still|today|by then|one of|perhaps|both|variously|recently|newly|"
    r"for many years|for \w{2,12} years),? "
)
_ADVERBS = (
    "also|later|then|now|currently|still|once|soon|subsequently|eventually|briefly|previously|first|long"
    "|himself|herself|both|recently|today"
)
ADVERB = rf"(?:(?:{_ADVERBS}|\w{{3,12}}ly)\s){{0,2}}"
_WHO = r"(?:,?\s(?:who|and)\b)?\s"
IS = re.compile(rf"{_WHO}(?:{_UNTIL},?\s)?{ADVERB}(?P<verb>{_VERBS['being']})\s{ADVERB}(?P<until>{_UNTIL}\s|for \w{{2,12}} years\s)?")
_PASSIVE = "was|is|has been|had been|will be|being|having been|got|is being|is to be|was to be"
BEEN = re.compile(
    rf"(?:{_WHO}{ADVERB}(?:{_PASSIVE})|,)\s{ADVERB}(?P<verb>(?:re-?)?(?:{_VERBS['made']}))"
    r"(?:\s(?:in|on|by|last|this)\s[^,.;]{2,30}?)?\s(?:as\s|to be\s|to the (?:post|position|office|role|rank) of\s|to\s)?"
)
AS = re.compile(rf"{_WHO}{ADVERB}(?:(?:has|had|is|was|will|would)\s{ADVERB})?(?P<verb>{_VERBS['serving']})\s(?:[^,.;:()]{{1,60}}?\s)?as\s")
WHEN = re.compile(rf",\swho\s[^,;.:“”]{{3,90}}?\s(?:when|while)\s(?:he|she|they)\s{ADVERB}(?P<verb>was|were)\s")
TIME = re.compile(rf"[’'](?:s\s)?\s?(?:\w{{3,14}}\s){{0,2}}(?P<verb>{_VERBS['times']})\s(?:[\w-]{{2,12}}\s){{0,3}}?as\s")
LED = re.compile(rf",?\swho\s(?P<has>has\s)?{ADVERB}(?P<verb>{'|'.join(_VERBS['leading'])})\s")
_YEAR = r"(?:[A-Z]\w{2,8}\s)?\d{4}"
RANGE = re.compile(
    rf",?\s(?:(?:from|between)\s{_YEAR}\s(?:to|until|till|and)\s{_YEAR}|(?:until|till)\s(?:{_YEAR}|[A-Z][a-z]{{2,8}}|recently|last\s\w{{3,9}}|(?:its|his|her|their|the)\s\w{{3,12}}))"
)
GAP = re.compile(r"[ \u00a0]{1,2}")
MADE = re.compile(rf"\b(?P<verb>(?:re-?)?(?:{_VERBS['making']})|{_VERBS['replacing']}|with|under)\s\Z")
OBJECT = re.compile(
    r"(?:,\s(?:aged\s)?\d{2},(?=\sas\s)|,\s(?!as\s)[^,.;:()]{2,60},(?=\sas\s))?"
    r",?\s(?:(?!as\s|to\s)[^,.;:()]{1,40}?\s(?=as\s))?(?P<as>as\s|to be\s|to the (?:post|position|office|role) of\s|to serve as\s)?"
)
REPLACING = re.compile(_VERBS["replacing"])
SUCCEEDED = re.compile(rf"\s(?:(?:has|had|will|would|is to)\s)?{ADVERB}(?P<verb>{_VERBS['replacing']}|takes? over from|took over from)\s\Z")
MEMBER = re.compile(r",? (?P<office>MP|MLA|MLC|MEP|MSP|TD|MLAs?|MS)\b(?!\s[A-Z])")
RELATED = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady)\.? )?[A-ZÀ-Þ][\w-]{1,30}(?: [A-ZÀ-Þ][\w-]{1,30}){0,3}(?:[’']s|(?<=s)[’'])"
    r" (?:(?:immediate|late|then) )?(?:predecessor|successor|deputy)\b"
)
RETIRED = re.compile(r"\s?\((?:[Rr]etd|[Rr]td|[Rr]etired|RETD|[Rr]et)\.?\)")
# What may follow an apposition without a mark.
CLOSERS = frozenset(
    "who whose whom and but until from since in at during when with under by for as after before while where or on last this because if"
    " between whilst once yesterday today on then".split()
)
