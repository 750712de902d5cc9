/** Words as marking compares them, as `lessons/scoring/` has it: without case, accents, punctuation and articles; one slip forgiven. */

import { run, shownRatio, unstopped } from "./numbers.js";

const FEWEST_LETTERS = 5; // a shorter word turns into another one with a single slip: Mali, Bali
const LATIN = new Map(Object.entries({ ß: "ss", ς: "σ", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i" }));
const ORDINAL = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    .split(" ").map((word, n) => [word, `${n + 1}${["st", "nd", "rd"][n] ?? "th"}`]));
// Words one slip away from another that a note may well ask for: typing the one is no slip for the other.
const OWN_WORDS = new Set((
  "russia prussia gambia zambia iran iraq june july millions billions trillions marital martial causal casual moral amoral " +
  "affect effect adopt adapt political apolitical statue statute cession session import impart nation notion").split(" "));

/** @param {string} text @returns {string[]} */
export function wordsOf(text) {
  let plain = [...text].slice(0, 500).join("").replace(/['’‘ʼʹ`´]/g, "");
  plain = plain.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  plain = plain.replace(/[ßςøłđðþæœı]/g, (c) => LATIN.get(c) ?? c).replaceAll("&", " and ").replaceAll("%", " percent ");
  plain = plain.replace(/(?<![0-9])[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?![0-9])/g, (digits) => digits.replaceAll(",", ""));
  let words = unstopped(plain).replace(/[^.\p{L}\p{M}\p{N}]/gu, " ").split(" ").filter(Boolean);
  if (words.length > 1 && (words[0] === "a" || words[0] === "an")) words = words.slice(1);
  const named = words.filter((word) => word !== "the");
  return named.length ? named : words;
}

/** The words with numbers in digits: "thirty two members" → "32 members". @param {string[]} words @returns {string[]} */
export function counted(words) {
  const found = [];
  for (let start = 0; start < words.length; ) {
    const [value, end] = run(words, start);
    found.push(value ? shownRatio(value) : ORDINAL.get(words[start]) ?? words[start]);
    start = value ? end : start + 1;
  }
  return found;
}

/** One text without spaces, so that "peace-keeping" is "peacekeeping"; digits stay apart. @param {string[]} words */
export const joinedWords = (words) => words.join(" ").replace(/(?<![0-9]) | (?![0-9])/g, "");

/** Whether what was said is the accepted words with one slip of spelling, and not something else that differs by a letter.
 * @param {string[]} said @param {string[]} words */
export function isSlip(said, words) {
  const [saidCounted, wordsCounted] = [counted(said), counted(words)];
  const known = new Set([...words, ...wordsCounted]);
  const own = [...saidCounted.filter((word) => /[0-9]/.test(word)), ...said.filter((word) => OWN_WORDS.has(word))];
  if (labels(said) !== labels(words) || !own.every((word) => known.has(word))) return false;
  return isOneEdit(joinedWords(said), joinedWords(words)) || isOneEdit(joinedWords(saidCounted), joinedWords(wordsCounted));
}

/** Whether one letter is missing, added or changed, or two are swapped; a digit never. @param {string} one @param {string} other */
function isOneEdit(one, other) {
  const enough = (other.match(/\p{L}/gu) ?? []).length >= FEWEST_LETTERS;
  return enough && digitsOf(one) === digitsOf(other) && withinOneEdit([...one], [...other]);
}

/** @param {string} text */
const digitsOf = (text) => (text.match(/\p{N}/gu) ?? []).join("");

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
