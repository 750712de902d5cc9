/** The one number that a person typed, as `number` in `lessons/scoring/`: exact fractions, so that 0.3 million is 300,000. */

import { SPACE } from "./typed_dates.js";

/** @typedef {{n: bigint, d: bigint}} Ratio */

const SMALL_WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const SMALL = new Map(SMALL_WORDS.split(" ").map((word, n) => [word, n]));
SMALL.set("none", 0).set("nil", 0).set("once", 1).set("twice", 2).set("thrice", 3);
const TENS = new Map("twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, n) => [word, 10 * n + 20]));
const SHARE = new Map([["half", 2n], ["third", 3n], ["thirds", 3n], ["quarter", 4n], ["quarters", 4n]]);
const TIMES = new Map([["dozen", 12n], ["hundred", 100n]]);
const SCALE = new Map(/** @type {[string, bigint][]} */ (
  [["thousand", 3n], ["lakh", 5n], ["lac", 5n], ["million", 6n], ["crore", 7n], ["billion", 9n], ["trillion", 12n]]
).map(([word, zeros]) => [word, 10n ** zeros]));
const SHORT = new Map([["k", 10n ** 3n], ["mn", 10n ** 6n], ["cr", 10n ** 7n], ["bn", 10n ** 9n], ["tn", 10n ** 12n]]);
const PLURAL = new Map([...SCALE].map(([word, size]) => [`${word}s`, size]));
const AFTER_NUMBER = new Map([...SCALE, ...PLURAL, ...SHORT]);

const NUMERAL = new RegExp(
  "(?<![0-9a-z.,/])(?:" +
    "[0-9]{1,2}(?<indian>[ ,'])(?:[0-9]{2}\\k<indian>)+[0-9]{3}|[0-9]{1,3}(?<western>[ ,'])[0-9]{3}(?:\\k<western>[0-9]{3})*|[0-9]+" +
    ")(?:\\.[0-9]+|/[0-9]+)?(?![0-9]|[.,/][0-9])", "g");
const ABOUT_NUMBER = /^ *(?:(?:about|around|approximately|approx|roughly|circa|ca?|nearly|almost|some)(?![a-z])[.]?|[~≈])? */;
const COMPARING = /[<>≤≥±+]|\b(?:more|less|fewer|over|under|above|below|than|least|most|not|no|never|or|between|minus|up|to)\b/;
const SHARE_SIGN = /half|thirds?|quarters?|[½¼¾⅓⅔/]/;
const UNIT = new Map((
  "second seconds sec secs|minute minutes min mins|hour hours hr hrs|day days|week weeks|fortnight fortnights|month months|" +
  "year years yr yrs|decade decades|century centuries|millimetre millimetres millimeter millimeters mm|" +
  "centimetre centimetres centimeter centimeters cm|metre metres meter meters|kilometre kilometres kilometer kilometers km|" +
  "inch inches|foot feet ft|yard yards|mile miles|percent pct"
).split("|").flatMap((line) => line.split(" ").map((word, _, words) => [word, words[0]])));
const VULGAR = new Map([["½", "1/2"], ["¼", "1/4"], ["¾", "3/4"], ["⅓", "1/3"], ["⅔", "2/3"]]);
/** @type {(n: bigint, d?: bigint) => Ratio} */
const ratio = (n, d = 1n) => ({ n, d });
/** @type {(one: Ratio, other: Ratio) => Ratio} */
const plus = (one, other) => ratio(one.n * other.d + other.n * one.d, one.d * other.d);
/** @type {(one: Ratio, other: Ratio) => bigint} */
const compared = (one, other) => one.n * other.d - other.n * one.d;
const ANY = ratio(10n ** 600n); // larger than any number in the characters that are read

/** @param {Ratio} one @param {Ratio} other */
export const equal = (one, other) => compared(one, other) === 0n;

/** A number of the JSON as an exact fraction. @param {number} value @returns {Ratio} */
export function exact(value) {
  const [, digits, decimals = "", exponent = "0"] = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? ["", "0"];
  const shift = Number(exponent) - decimals.length;
  const whole = BigInt(digits + decimals);
  return shift < 0 ? ratio(whole, 10n ** BigInt(-shift)) : ratio(whole * 10n ** BigInt(shift));
}

/** Without the full stops that are no decimal points: U.S. is US, Rs.300 is Rs 300, 4.2 stays. @param {string} text */
export const unstopped = (text) => text.replace(/\.(?![0-9])/g, "").replace(/(?<=[a-z])\./g, " ");

/**
 * How a typed number stands to the key; "unread" where it is none, several, or could be two.
 * @param {number} key @param {string} typed @param {string} unit what the key counts or measures; often empty
 * @returns {"right" | "wrong" | "unit" | "unread"}
 */
export function judgeNumber(key, typed, unit) {
  const read = quantity(typed);
  const wanted = exact(key);
  if (!read) return "unread";
  /** @type {(times: bigint) => boolean} */
  const isTimes = (times) => equal(ratio(read.value.n * times, read.value.d), wanted);
  if (!isTimes(1n) && isTimes(1000n) && /[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9])/.test(typed)) return "unread";
  const words = numberWords(unit.toLowerCase());
  const keyUnit = words.map((_, n) => unitAt(words, n)).find(Boolean) ?? "";
  if (unit && read.unit && read.unit !== keyUnit) return "unit";
  let right = isTimes(1n);
  if (read.unit === "percent" && !unit && key > 0 && key < 1) right ||= equal(read.value, ratio(100n * wanted.n, wanted.d)); // 50% is 0.5
  if (keyUnit === "percent" && !read.unit && SHARE_SIGN.test(typed.toLowerCase())) right ||= isTimes(100n); // half is 50%
  return right ? "right" : "wrong";
}

/** The number and the unit of time, length or share behind it; null where there is no number, several, or it could be two.
 * @param {string} text @returns {{value: Ratio, unit: string} | null} */
function quantity(text) {
  if ([...text].length > 500) return null;
  let plain = text.toLowerCase().replace(new RegExp(`[${SPACE}_]+`, "g"), " ");
  plain = plain.replace(/[０-９]/g, (c) => String(c.charCodeAt(0) - 0xff10)).replaceAll("’", "'").replace(/[−–]/g, "-");
  for (const [sign, fraction] of VULGAR) plain = plain.replaceAll(sign, ` ${fraction} `);
  plain = unstopped(plain.replace(ABOUT_NUMBER, "")).replace(/(?<![0-9])\.(?=[0-9])/g, "0.");
  const unsigned = plain.replace(/^(?:-|(?:minus|negative) ) */, "");
  if (COMPARING.test(unsigned) || /(?<![0-9a-z])-[0-9]/.test(unsigned)) return null;
  if (/(?<![0-9.,])[1-9][0-9]{0,2}[.]000(?![0-9])/.test(unsigned)) return null; // 300.000 is 300 for some and 300,000 for others
  if (/[0-9²³¹⁰-⁹]/.test(unsigned.replace(NUMERAL, " ")) || /[0-9](?:st|nd|rd|th|m)(?![a-z])/.test(unsigned)) return null;
  const spaced = unsigned.replace(NUMERAL, (digits) => ` ${digits.replace(/[ ,']/g, "")} `);
  const found = runs(numberWords(spaced));
  const value = found[0]?.value;
  if (!value || found.some((other) => !other.value || !equal(value, other.value))) return null;
  return { value: unsigned === plain ? value : ratio(-value.n, value.d), unit: found.map(({ unit }) => unit).find(Boolean) ?? "" };
}

/** @param {string} text @returns {string[]} */
const numberWords = (text) => text.replaceAll("%", " percent ").match(/[0-9./]+|[a-z]+/g) ?? [];

/** The unit of time, length or share that the words name from a place on. @param {string[]} words @param {number} start */
function unitAt(words, start) {
  const here = words[start] === "a" || words[start] === "an" ? start + 1 : start; // half a day
  return words[here] === "per" && words[here + 1] === "cent" ? "percent" : UNIT.get(words[here]) ?? "";
}

/** The numbers among the words, each with its unit. @param {string[]} words */
function runs(words) {
  const found = [];
  for (let start = 0; start < words.length; ) {
    const [value, end] = run(words, start);
    if (end > start) found.push({ value, unit: unitAt(words, end) });
    start = Math.max(end, start + 1);
  }
  return found;
}

/**
 * Read one number from `words[start]` on; gives it and the place after it. A number is a sum of groups, each before a smaller scale than
 * the last: (3) lakh (20) thousand (five). `room` is what the next part of a group must stay under: 10 after "twenty", 100 after
 * "hundred", 1 after a digit, which only a fraction may follow.
 * @param {string[]} words @param {number} start @returns {[Ratio | null, number]}
 */
export function run(words, start) {
  const none = ratio(0n);
  let [total, last, end, room, scale] = [none, none, start, ANY, ANY];
  /** @type {Ratio | null} */
  let group = null;
  for (;;) {
    let here = end;
    const joined = end > start && words[here] === "and";
    if (joined) here += 1;
    const article = words[here] === "a" || words[here] === "an";
    if (article) here += 1;
    const word = words[here] ?? "";
    const value = valueOf(word);
    const times = group ?? ratio(1n);
    const [many, share, size] = [TIMES.get(word), SHARE.get(word), AFTER_NUMBER.get(word)];
    if (value && !article && (!group || (value.n > 0n && compared(value, room) < 0n))) {
      group = plus(group ?? none, value);
      room = ratio(TENS.has(word) ? 10n : 1n);
    } else if (many) {
      group = ratio(times.n * many, times.d);
      room = ratio(word === "hundred" ? 100n : 1n);
    } else if (share && group && joined) { // two and a half
      group = plus(group, ratio(1n, share));
      room = none;
    } else if (share && (group || article || word === "half")) { // two thirds, a third, half (a million)
      group = ratio(times.n, times.d * share);
      room = none;
    } else if (size && !group && last.n > 0n && !joined && !article) { // lakh crore
      total = plus(total, ratio(last.n * (size - 1n), last.d));
      last = ratio(last.n * size, last.d);
    } else if (size && (SCALE.has(word) || group)) {
      last = ratio(times.n * size, times.d);
      if (compared(last, scale) >= 0n) return [null, here + 1];
      [total, group, room, scale] = [plus(total, last), null, ANY, ratio(size)];
    } else {
      const whole = end > start && compared(group ?? none, scale) < 0n;
      return [whole ? plus(total, group ?? none) : null, end];
    }
    end = here + 1;
  }
}

/** @param {string} word @returns {Ratio | null} */
function valueOf(word) {
  const fraction = /^([0-9]+)\/(0*[1-9][0-9]*)$/.exec(word);
  if (fraction) return ratio(BigInt(fraction[1]), BigInt(fraction[2]));
  const decimal = /^([0-9]+)(?:\.([0-9]+))?$/.exec(word);
  if (decimal) return ratio(BigInt(decimal[1] + (decimal[2] ?? "")), 10n ** BigInt((decimal[2] ?? "").length));
  const small = SMALL.get(word) ?? TENS.get(word);
  return small === undefined ? null : ratio(BigInt(small));
}

/** @param {Ratio} value @returns {string} in lowest terms, so that equal values are equal texts */
export function shownRatio({ n, d }) {
  let [one, other] = [n < 0n ? -n : n, d];
  while (other) [one, other] = [other, one % other];
  return d === one ? String(n / one) : `${n / one}/${d / one}`;
}
