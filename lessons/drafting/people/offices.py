"""People with the offices that they hold or held.

Every name of a page is looked at: to its left (`offices_before`) and to its right (`offices_behind`). What belongs to the office is read
by `office_phrases`; whose it is, where the page says "its" or "the board’s", by `owners`. Limits: an office without a name beside it is
left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..pages.page import Page
from ..records import OfficeFound, Span
from ..words import data, split
from .antecedents import antecedent
from .capitals import Named
from .firms import FIRM_NOUNS
from .names import People
from .office_claims import Claim
from .office_heads import STYLES, is_head, is_post, is_short_rank, is_style, is_style_maker, is_trade
from .office_names import in_singular, lasting, spelled, written_out
from .office_patterns import MEMBER
from .office_phrases import PRONOUNS, Phrase
from .office_sentences import by_sentence
from .offices_before import before
from .offices_behind import behind, succeeding
from .owners import Bodies
from .persons import is_place_or_body
from .predecessors import Holders, by_writer, labelled, own_office, told_of_pronoun
from .trades import is_mere_trade

# Before a name that nothing shows to be a person's, these make it a place.
_PLACED = re.compile(r"\b(?:in|at|inside|outside|near)\s(?:the\s)?\Z")
_CALLED = re.compile(r"\b(?:[Nn]amed|[Cc]alled|nicknamed|dubbed|christened|titled|[Tt]he)\s[“\"‘']?\Z")
_THINGS = split(data("offices")["things"]) | split(
    "ship steamer schooner brig frigate mare colt filly stallion gelding hurdler pub inn tavern bar song album band film locomotive"
)
_OF_THING = re.compile(r"\b(?P<thing>[a-z]{3,12}),\s[“\"‘']?\Z")
_MERE_RANKS = split(data("offices")["mere_ranks"])
_LEADING = frozenset(data("offices")["verbs"]["leading"])
_PEERS = frozenset({"Lord", "Lady", "Baroness", "Viscount", "Viscountess", "Earl", "Countess"})
_PLACES = split(data("names")["places"])
_PEOPLES = split(data("names")["peoples"])
_LIST = re.compile(r",?\sand\s|,\s")
_RELATIVE = frozenset({"predecessor", "successor", "counterpart"})
_AND = re.compile(r",?\s(?:and|&)\s(?:(?:the|his|her)\s)?|,\s")


def offices(page: Page, people: People) -> list[OfficeFound]:
    """The people of a page who stand with an office.

    >>> from lessons.drafting.pages.layout import lines_of
    >>> from lessons.drafting.people.names import people
    >>> from lessons.drafting.pages.page import page
    >>> from lessons.drafting.records import Head
    >>> text = "Peru recalled its envoy, Ana Ruiz, on Friday."
    >>> laid_out = page(text, lines_of(text), (), Head())
    >>> [(one.name, one.office, text[one.start : one.end]) for one in offices(laid_out, people(laid_out))]
    [('Ana Ruiz', 'Peru’s envoy', 'its envoy, Ana Ruiz')]
    """
    bodies, holders = Bodies(page, people), Holders(people)
    found: list[OfficeFound] = []
    heads: set[tuple[str, str, bool]] = set()
    styled: set[tuple[str, str]] = set()  # people with the ranks that stand before their names as honorifics
    for claim in _claims(page, people):
        if is_mere_trade(page.text, claim.phrase):
            continue
        name = _name(claim.one, people)
        key = (name.lower(), claim.phrase.head, claim.former)
        if key in heads or ((name, key[1]) in styled and claim.phrase.core.lower() == key[1] and _is_style(claim.phrase)):
            continue
        office, former = _office(page.text, claim, found, bodies, holders)
        if office:
            if found and claim.phrase.head == "leader" and found[-1].name == name and 0 <= claim.phrase.start - found[-1].end < 12:
                continue  # "her predecessor, ‖, who led the bank": the same office twice
            if found and _says_again(claim, name, former, found[-1]):
                found[-1] = replace(found[-1], end=max(claim.end, found[-1].end))
                continue
            heads.add(key)
            styled |= {(name, title.lower().strip(".")) for title in claim.one.titles if is_style(title)}
            holders.add(name, office, former, claim.one.start)
            found.append(OfficeFound(start=claim.start, end=claim.end, name=name, office=office, former=former, doubt=_doubt(claim)))
    return sorted(found, key=lambda one: (one.start, one.end))


def _says_again(claim: Claim, name: str, former: bool, last: OfficeFound) -> bool:
    """Whether an office is that which "his predecessor" has told just before."""
    is_near = last.name == name and last.former == former and 0 <= claim.phrase.start - last.end < 12
    return is_near and claim.phrase.head in last.office.lower().split()


def _claims(page: Page, people: People) -> Iterator[Claim]:
    for sentence, runs in by_sentence(page, people.runs):
        usable = [one for one in runs if _is_usable(page.text, one, people)]
        starts = {at for one in usable if people.full(one.name) for at in (one.outer, one.start)}
        yield from _of_sentence(page.text, sentence, usable, starts, people)


def _of_sentence(text: str, sentence: Span, runs: list[Named], starts: set[int], people: People) -> Iterator[Claim]:
    """The claims of a sentence, from left to right; an office that a name has taken is no other's."""
    taken: list[Span] = []
    for n, one in enumerate(runs):
        is_known = people.full(one.name) is not None
        if not is_known and _PLACED.search(text, max(sentence[0], one.outer - 14), one.outer):
            continue
        claims = [
            claim
            for claim in before(text, sentence, one, is_known or len(one.words) > 1)
            if not any(start < claim.phrase.end and _core_start(claim.phrase) < end for start, end in taken[-6:])
        ]
        claims = [claim for claim in claims if not _is_style(claim.phrase)] or claims[:1]  # "its director, Commodore (retd) ‖"
        taken += [(claim.phrase.start, claim.phrase.end) for claim in claims]
        later = list(behind(text, sentence, one, starts, is_known)) if is_known or len(one.words) > 1 else []
        if claims and later and _is_label(text, claims[0]):
            claims = []
        if claims and later and _is_told_with(text, claims[0], later[0]):
            later = []
        if claims and later and _is_calling(claims[0], later[0]):
            later = []
        if claims and later and _is_others(text, later[0], starts, _is_style(claims[0].phrase)):
            later = []
        taken += [(claim.phrase.start, claim.phrase.end - len(claim.phrase.rest)) for claim in later]
        for claim in claims:
            if not (later and _is_style(replace(claim.phrase, former=False))):
                yield from _each_of_its_own([claim, *_others(text, runs[n + 1 : n + 9], claim)])
        for claim in later:
            yield claim
            if n and (heir := succeeding(text, runs[n - 1], claim)):
                yield heir


def _is_label(text: str, claim: Claim) -> bool:
    """Whether an office is but the label of a line that tells of one who holds another: "Head: Ana Ruiz, a former dean, …"."""
    return text[claim.phrase.end : claim.phrase.end + 1] == ":" and not (claim.phrase.owner or claim.phrase.determiner)


def _is_told_with(text: str, claim: Claim, later: Claim) -> bool:
    """Whether what is behind a name only tells of one who has an office: "Senator Ana Ruiz, who chaired the talks"; not of mere ranks."""
    verb = text[later.phrase.start : later.phrase.end].split(" ", 1)[0]
    return verb in _LEADING and _is_style(claim.phrase) and claim.phrase.head not in _MERE_RANKS and not is_short_rank(claim.phrase.head)


def _is_calling(claim: Claim, later: Claim) -> bool:
    """Whether what is behind a name only tells the calling of one who has an office: "Its chair is Ana Ruiz, a hydrologist from Alba"."""
    is_office = not (is_trade(claim.phrase.head) or _is_style(claim.phrase))
    return is_office and is_trade(later.phrase.head) and (not later.phrase.rest or later.phrase.rest.startswith(("from ", "by ")))


def _is_others(text: str, later: Claim, starts: set[int], is_style: bool) -> bool:
    """Whether what stands behind a name that has an office is the letters of a member, or the office of the next in a list."""
    if MEMBER.fullmatch(f" {later.phrase.core}"):
        return True
    comma = text[later.phrase.end : later.phrase.end + 2] == ", "
    return comma and not is_style and later.phrase.end + 2 in starts and bool(later.phrase.determiner or later.phrase.owner)


def _core_start(phrase: Phrase) -> int:
    """About where an office begins behind its owner: the owner may hold another."""
    return max(phrase.start, phrase.end - len(phrase.core) - len(phrase.rest) - 1) if phrase.owner else phrase.start


def _is_style(phrase: Phrase) -> bool:
    """Whether an office is a mere rank or style of address, which yields to an office behind the name."""
    if phrase.rest or phrase.owner or phrase.former or phrase.head.rstrip(".") not in STYLES or not phrase.core[0].isupper():
        return False
    words = phrase.core.split()
    if len(words) > 1 and not is_style(words[-1], words[-2]):
        return False
    return all(is_style_maker(word, words[n + 1]) or word.lower() in STYLES for n, word in enumerate(words[:-1]))


def _others(text: str, following: Iterable[Named], claim: Claim) -> Iterator[Claim]:
    """Further holders behind a plural: "co-chairs Ana Ruiz and Tom Pike"."""
    end = claim.end
    if not claim.phrase.plural:
        return
    for one in following:
        link = _AND.match(text, end)
        if not link or link.end() != one.outer:
            return
        yield Claim(claim.start, one.end, one, claim.phrase, claim.former)
        end = one.end


def _each_of_its_own(claims: list[Claim]) -> list[Claim]:
    """Each holder with the own place where as many are told: "the presidents of Peru and Chile, Ana Ruiz and Tom Pike"."""
    places = _LIST.split(claims[0].phrase.rest.removeprefix("of ")) if len(claims) > 1 else []
    if len(places) != len(claims) or not any(place.removeprefix("the ").lower() in _PLACES for place in places):
        return claims
    return [replace(one, phrase=replace(one.phrase, rest=f"of {place}")) for one, place in zip(claims, places, strict=True)]


def _is_usable(text: str, one: Named, people: People) -> bool:
    if len(one.words) == 1 and people.full(one.name) == one.name and one.titles and one.titles[0].lower() in _MERE_RANKS:
        thing = _OF_THING.search(text, max(0, one.outer - 18), one.outer)
        if _CALLED.search(text, max(0, one.outer - 12), one.outer) or (thing and thing["thing"] in _THINGS):
            return False  # known by the title only: a horse, a ship, an inn
    if len(one.words) == 1:
        return (
            one.name[1:].islower() and not is_head(one.name) and not is_short_rank(one.name) and not is_place_or_body(text, one)
        ) or people.full(one.name) is not None
    return not is_place_or_body(text, one) or people.full(one.name) is not None


def _name(one: Named, people: People) -> str:
    """The name as it stands where it is one of several words and no mere end of the full one; a peer is called by the title."""
    full = people.full(one.name) or one.name
    if len(one.words) > 1:
        return full if full.endswith(f" {one.name}") else one.name
    peer = one.titles[-1] if one.titles and one.titles[-1] in _PEERS and full == one.name else ""
    return f"{peer} {one.name}".strip() if peer else full


def _office(text: str, claim: Claim, found: list[OfficeFound], bodies: Bodies, holders: Holders) -> tuple[str, bool]:
    """The words of an office with the body behind a pronoun or a short form, and whether it is past."""
    phrase = replace(claim.phrase, core=lasting(claim.phrase.core), rest=written_out(claim.phrase, bodies))
    core = phrase.core
    if phrase.plural:
        core = in_singular(core)
    if phrase.head in {"counterpart", "colleague"}:
        if phrase.head == "colleague" and phrase.core.split()[0].lower() not in _PEOPLES:
            return "", False  # "his Norwegian colleague" holds the same office, "his colleague" may hold any
        return holders.counterpart(phrase, claim.one.name), claim.former
    if phrase.head in _RELATIVE:
        own = own_office(text, phrase, claim.end, claim.end + 200)
        if not own and phrase.owner == "my" and (speaker := labelled(text, phrase.start)):
            return holders.held(speaker), phrase.head == "predecessor"  # of who speaks in an interview, and of nobody else
        own = own or holders.office(phrase, claim.one.name, by_writer(text, phrase.start)) or told_of_pronoun(text, phrase)
        return own, phrase.head == "predecessor"
    if phrase.owner == "whose":
        return _of_antecedent(text, phrase, core, bodies, holders), claim.former
    if core.lower() == "deputy" and phrase.owner in PRONOUNS and not phrase.rest:
        office = holders.office(phrase, claim.one.name)
        owner, genitive, rest = office.rpartition("’s ")
        return f"{owner}{genitive}deputy {rest}" if office else core, claim.former
    if phrase.owner in PRONOUNS:
        body = bodies.behind(claim.phrase.start) if phrase.owner in {"its", "their"} else None
        if body is None:
            return _joined(core, "", phrase.rest), claim.former
        return (_joined(f"{body.name}’s {core}", "", phrase.rest) if body.is_place else _joined(core, body.name, phrase.rest)), claim.former
    if phrase.owner:
        return _owned(text, phrase, core, bodies), claim.former
    if claim.former and not phrase.rest and " " not in core:
        rest = next((one.office for one in reversed(found[-100:]) if one.office.lower().startswith(f"{phrase.head} of ")), core)
        return rest, claim.former
    return spelled(phrase, core, bodies), claim.former


def _of_antecedent(text: str, phrase: Phrase, core: str, bodies: Bodies, holders: Holders) -> str:
    """With what "whose" stands for behind it; of a person only the office whose deputy is told."""
    noun = antecedent(text, phrase.start)
    noun = f"the {noun[4:]}" if noun.startswith("The ") else noun
    if not noun or holders.is_person(noun):
        held = holders.held(noun) if core.lower() == "deputy" else ""
        return f"{core} {held}" if held else _joined(core, "", phrase.rest)
    full = bodies.full(noun, phrase.start)
    if full and full.lower() != noun.lower():
        return _joined(core, full if full.startswith("the ") else f"the {full}", phrase.rest)
    return _joined(core, noun, phrase.rest)


def _owned(text: str, phrase: Phrase, core: str, bodies: Bodies) -> str:
    """With the full name behind "the board’s" and "the Forum’s"; a name in the genitive stays as it is."""
    owner, rest = phrase.owner, phrase.rest
    full = bodies.full(owner, phrase.start)
    is_common = owner.split()[0].lower() in {"the", "this", "that", "a", "an"}
    if not full and owner.lower() in {"the company", "the firm"}:
        firm = bodies.firm_behind(phrase.start)
        return _joined(core, firm or owner[0].lower() + owner[1:], rest)
    if full and (is_common or full.lower() != owner.lower()):
        is_bare = full.startswith("the ") or not is_common or owner.split()[-1].lower() in FIRM_NOUNS
        return _joined(core, full if is_bare else f"the {full}", rest)
    if is_common:
        return _joined(core, owner[0].lower() + owner[1:] if not owner.lower().startswith(("this ", "that ")) else f"the {owner[5:]}", rest)
    is_plural = owner.endswith("s") and text[phrase.start : phrase.start + len(owner) + 2].endswith(("’ ", "' "))
    return _joined(f"{owner}’ {core}" if is_plural else f"{owner}’s {core}", "", rest)


def _joined(core: str, body: str, rest: str) -> str:
    of = f"of {body}" if body else ""
    return " ".join(part for part in ((core, rest, of) if rest.startswith("of ") else (core, of, rest)) if part)


def _doubt(claim: Claim) -> str:
    phrase = claim.phrase
    if _is_style(phrase) and phrase.head.rstrip(".") in _MERE_RANKS and not phrase.determiner:
        return "a rank rather than an office"
    is_bare = not (phrase.rest or phrase.owner or is_post(phrase.core))
    return "a trade rather than an office" if is_bare and is_trade(phrase.head) else ""
