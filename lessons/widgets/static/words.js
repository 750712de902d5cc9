/** Words as marking compares them, as `lessons/scoring/` has it: without case, accents, punctuation and articles; one slip forgiven.
 * Symbols that tell terms apart stay: C++ is not C, A♭ not A, x < y not x > y. */

import { run, shownRatio, unstopped } from "./numbers.js";
import { SPACE } from "./typed_dates.js";

const FEWEST_LETTERS = 5; // a shorter word turns into another one with a single slip: Mali, Bali
const LATIN = new Map(Object.entries({ ß: "ss", ς: "σ", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i" }));
const WRITTEN_OUT = new Map(Object.entries({
  ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa", Ä: "Ae", Ö: "Oe", Ü: "Ue", Ø: "Oe", Å: "Aa", "♭": " flat ", "♯": " sharp " }));
// Accents of Latin, Greek and Cyrillic letters; the vowel signs of other scripts are letters of their own.
const ACCENTED = /([A-Za-z\u00aa-\u02af\u0370-\u052f\u1d00-\u1fff\u2c60-\u2c7f\ua640-\ua7ff])[\u0300-\u036f]+/g;
const ORDINAL = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    .split(" ").map((word, n) => [word, `${n + 1}${["st", "nd", "rd"][n] ?? "th"}`]));
const ROMAN = new Map(["", "x", "xx", "xxx"].flatMap((tens, ten) =>
  ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"].map((ones, one) => [tens + ones, String(10 * ten + one)])));
ROMAN.delete("");
const TITLES = new Set("mr mrs ms miss mx dr doctor prof professor sir dame president chancellor senator".split(" "));

/** The words of a text as it stands, with umlauts and accidentals written out, and with a "v" between words for "versus".
 * @param {string} text @returns {string[][]} */
export function readingsOf(text) {
  const cut = [...text].slice(0, 500).join("").normalize("NFC");
  const readings = [wordsOf(cut), wordsOf(cut.replace(/[äöüøåÄÖÜØÅ♭♯]/g, (c) => WRITTEN_OUT.get(c) ?? c))];
  const between = (/** @type {string[]} */ words) =>
    words.map((word, n) => (word === "v" && n > 0 && n < words.length - 1 ? "versus" : word));
  return [...readings, ...readings.map(between)];
}

/** Whether two texts have a reading in common. @param {string[][]} some @param {string[][]} others */
export function agree(some, others) {
  const texts = new Set(some.map((words) => joinedWords(counted(words))));
  return others.some((words) => words.length > 0 && texts.has(joinedWords(counted(words))));
}

/** The readings of a name without the titles before it, and as it is without its comma: "Stoltenberg, Jens". @param {string} typed */
export function recast(typed) {
  const parts = [...typed].slice(0, 500).join("").split(",");
  const texts = parts.length === 2 ? [typed, `${parts[1]} ${parts[0]}`] : [typed];
  return texts.map((text) => readingsOf(text).map((words) => words.slice(Math.max(0, words.findIndex((word) => !TITLES.has(word))))));
}

/** @param {string} text @returns {string[]} */
function wordsOf(text) {
  let plain = text.replace(/['’‘ʼʹ`´ʻʾʿ]/g, "").normalize("NFKD");
  plain = plain.replaceAll("=\u0338", "≠").replaceAll("♭", "b").replaceAll("♯", "#");
  plain = plain.replace(ACCENTED, "$1").replace(/[\ufe00-\ufe0f]/g, "").toLowerCase();
  plain = plain.replace(/[ßςøłđðþæœı]/g, (c) => LATIN.get(c) ?? c).replaceAll("&", " and ").replaceAll("%", " percent ");
  plain = plain.replace(/<?[=-]+>/g, " ").replaceAll(">=", "≥").replaceAll("<=", "≤"); // arrows go, comparisons stay
  plain = plain.replace(/(?<![0-9])[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?![0-9])/g, (digits) => digits.replaceAll(",", ""));
  let words = told(unstopped(plain).replace(/[^.+#<>=≤≥≠√\p{L}\p{M}\p{N}]/gu, " ")).split(" ");
  words = words.filter((word) => /[+#<>=≤≥≠√\p{L}\p{N}]/u.test(word));
  if (words.length > 1 && (words[0] === "a" || words[0] === "an")) words = words.slice(1);
  const named = words.filter((word) => word !== "the");
  return (named.length ? named : words).map((word) => (word === "vs" ? "versus" : word));
}

/** The text with its symbols as words or parts of words: "c++" stays, "a + b" is "a and b", "#5" is "5". @param {string} text */
const told = (text) =>
  text.replace(/(?<=[^ +])\+(?=[^ +])|(?<=[^ ]) +\+ +(?=[^ ])/g, " and ").replace(/(?<![^ ])[+#]+(?=[^ ])/g, "")
    .replace(/[<>=≤≥≠√]/g, " $& ");

/** A text of symbols alone, as it is compared: without spaces and case. @param {string} text */
export const bareSymbols = (text) =>
  [...text].slice(0, 500).join("").normalize("NFKD").replace(new RegExp(`[${SPACE}\\ufe00-\\ufe0f]+`, "g"), "").toLowerCase();

/** The words with numbers in digits: "thirty two members" → "32 members"; Roman ones too, but not as the first word.
 * @param {string[]} words @returns {string[]} */
function counted(words) {
  const found = [];
  for (let start = 0; start < words.length; ) {
    const [value, end] = run(words, start);
    const roman = start ? ROMAN.get(words[start]) : undefined;
    found.push(value ? shownRatio(value) : roman ?? ORDINAL.get(words[start]) ?? words[start]);
    start = value ? end : start + 1;
  }
  return found;
}

/** One text without spaces, so that "peace-keeping" is "peacekeeping"; digits stay apart. @param {string[]} words */
const joinedWords = (words) => words.join(" ").replace(/(?<![0-9]) | (?![0-9])/g, "");

/** Whether what was said is the accepted words with one slip of spelling, and not something else that differs by a letter.
 * @param {string[]} said @param {string[]} words */
export function isSlip(said, words) {
  const [saidCounted, wordsCounted] = [counted(said), counted(words)];
  const known = new Set([...words, ...wordsCounted]);
  if (!saidCounted.every((word) => known.has(word) || !/[0-9]/.test(word))) return false;
  return [[said, words], [saidCounted, wordsCounted]].some(
    ([one, other]) => labels(one) === labels(other) && isOneEdit(joinedWords(one), joinedWords(other)));
}

/** Whether one letter is missing, added or changed, or two are swapped; a digit or a symbol never.
 * @param {string} one @param {string} other */
function isOneEdit(one, other) {
  const enough = (other.match(/\p{L}/gu) ?? []).length >= FEWEST_LETTERS;
  return enough && fixedOf(one) === fixedOf(other) && withinOneEdit([...one], [...other]);
}

/** What no slip changes: digits and symbols. @param {string} text */
const fixedOf = (text) => (text.match(/[+#<>=≤≥≠√\p{N}]/gu) ?? []).join("");

/** Single letters and small Roman numbers: vitamin B is not vitamin D, World War I not World War II. @param {string[]} words */
const labels = (words) => words.filter((word) => /^(?:\p{L}|[ivx]+)$/u.test(word)).join(" ");

/** Whether the optimal string alignment distance is at most 1: what is left between the common ends tells.
 * @param {string[]} one @param {string[]} other */
function withinOneEdit(one, other) {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  const swapped = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return swapped || Math.max(left.length, right.length) <= 1;
}
