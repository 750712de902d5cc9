"""Words as their stems, so that "treaty" and "treaties", "invoke" and "invoked" count as one.

The stems are those of the Snowball English stemmer (Porter2, https://snowballstem.org/algorithms/english/stemmer.html): near enough to
lemmas to find a word again, and the same everywhere; forms that spelling does not join ("mice", "fell") stand in a list. Limits: English;
"Russia" and "Russian" stay two words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from .ids import plain

# Words that carry no content of their own; a question's own words among them.
_SMALL = frozenset(
    (
        "a about above according after again against all also although among an and another any are as at be became because become been "
        "before being below between both but by called can come could did do does done during each either for from gave get give given "
        "go had happen happened has have held her here hers him his hold how if in into is it its itself just last like made make many "
        "may might more most much must name named names near neither no nor not of off on once one only or other others our out over own "
        "part per said same say says see she should since so some such take taken than that the their them then there these they thing "
        "this those though three through to too true two under until up upon used very was way we well were what when where whether "
        "which while who whom whose why will with within without would you your following best describe describes described statement "
        "statements question term terms word words person people kind year month day date number figure first main"
    ).split()
)


# Forms that no rule of spelling joins.
_IRREGULAR = {
    form: forms.split()[0]
    for forms in (
        "mouse mice,man men,woman women,child children,foot feet,tooth teeth,goose geese,ox oxen,person people,crisis crises,axis axes,"
        "analysis analyses,phenomenon phenomena,criterion criteria,datum data,index indices,matrix matrices,nucleus nuclei,fungus fungi,"
        "bacterium bacteria,leaf leaves,life lives,wife wives,knife knives,wolf wolves,half halves,thief thieves,"
        "fall fell fallen,rise rose risen,begin began begun,break broke broken,bring brought,build built,buy bought,catch caught,"
        "choose chose chosen,draw drew drawn,drink drank drunk,drive drove driven,eat ate eaten,fight fought,find found,flee fled,"
        "fly flew flown,freeze froze frozen,grow grew grown,hide hid hidden,keep kept,lead led,leave left,lose lost,meet met,pay paid,"
        "ride rode ridden,run ran,seek sought,sell sold,send sent,shake shook shaken,shine shone,shoot shot,sing sang sung,sink sank sunk,"
        "speak spoke spoken,spend spent,stand stood,steal stole stolen,strike struck,swear swore sworn,swim swam swum,teach taught,"
        "tear tore torn,tell told,think thought,throw threw thrown,wear wore worn,win won,write wrote written"
    ).split(",")
    for form in forms.split()[1:]
}


@cache
def _stemmer() -> Callable[[str], str]:
    from snowballstemmer import stemmer  # 30 ms: loaded when first used

    stem: Callable[[str], str] = stemmer("english").stemWord
    return stem


@lru_cache(maxsize=65_536)
def lemma(word: str) -> str:
    """A word's stem, in lower case.

    >>> lemma("treaties"), lemma("invoked")
    ('treati', 'invok')
    """
    return _stemmer()(_IRREGULAR.get(word.lower(), word.lower()))


@lru_cache(maxsize=16_384)
def lemmas(text: str) -> frozenset[str]:
    """The stems of a text's content words: three letters or more, no numbers, no small words.

    >>> sorted(lemmas("Which treaties did the allies sign?"))
    ['alli', 'sign', 'treati']
    """
    words = (word for word in plain(text).split() if len(word) > 2 and word.isalpha() and word not in _SMALL)
    return frozenset(map(lemma, words))


_FOLLOWS = re.compile(r" (?=(?:of|for|against|in|on|to|by|from|with|about|at|that|which|who|whose|whom|why|how|where|when)\b)")


def parts(phrase: str) -> tuple[frozenset[str], frozenset[str]]:
    """The content words of what a noun phrase names, and of what follows it.

    >>> [sorted(part) for part in parts("argument for India joining NATO")]
    [['argument'], ['india', 'join', 'nato']]
    """
    named, *rest = _FOLLOWS.split(phrase, maxsplit=1)
    return lemmas(named), lemmas(" ".join(rest))


def head(phrase: str) -> frozenset[str]:
    """The content words of what a noun phrase names."""
    return parts(phrase)[0]


def shared_lemmas(one: str, other: str) -> frozenset[str]:
    """The content words that two texts have in common, as stems.

    >>> shared_lemmas("the Brussels Treaty", "a treaty of 1948")
    frozenset({'treati'})
    """
    return lemmas(one) & lemmas(other)
