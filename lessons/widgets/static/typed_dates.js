/** What a learner may have meant by a typed date, as `typed` in `lessons/dates/`: all readings, none where it cannot be. */

import { at, DateError, fromEdtf, MONTHS, point, samePoint, span } from "./dates.js";

/** @typedef {import("./dates.js").CalendarDate} CalendarDate @typedef {import("./dates.js").Point} Point */

/** What Python's `str.split` takes for space: JavaScript's \s is another set. */
export const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const SPACES = new RegExp(`[${SPACE}]+`, "g");

const MONTH_NUMBER = new Map(MONTHS.map((name, n) => [name.toLowerCase(), n + 1]));
for (const [name, n] of [...MONTH_NUMBER]) MONTH_NUMBER.set(name.slice(0, 3), n);
MONTH_NUMBER.set("sept", 9);
const SEASONS = new Map([["spring", 21], ["summer", 22], ["autumn", 23], ["fall", 23], ["winter", 24]]);
const DASH = "\\-‐‑‒–—−";
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
const MONTH = `(?<month>${[...MONTH_NUMBER.keys()].sort((a, b) => b.length - a.length).join("|")})\\.?`;
const YEAR = "(?<year>\\d{3,4}|\\d{1,4}(?= ?(?:bc|ad|ce))|(?<=ad )\\d{1,4})(?<bc> ?bce?| ?ad| ?ce)?";
const FORMS = [
  `(?:the )?${DAY}(?: of)? ${MONTH}(?:,? (?:ad )?${YEAR})?`,
  `${MONTH} (?:the )?${DAY}(?:,? (?:ad )?${YEAR})?`,
  `${MONTH}(?:,? (?:of )?(?:ad )?${YEAR})?`,
  `(?<season>spring|summer|autumn|fall|winter),? (?:of )?${YEAR}`,
  `(?:ad )?${YEAR}`,
  "(?:the )?(?<decade>\\d{3})0'?s",
  "(?:the )?(?<century>\\d{1,2})(?:st|nd|rd|th) century(?<bc> bce?)?",
  "(?<year>\\d{4})[/.](?<month>\\d{1,2})[/.](?<day>\\d{1,2})",
].map((form) => new RegExp(`^${form}$`));
const NUMERIC = new RegExp(`^(\\d{1,2})([/.${DASH}])(\\d{1,2})\\2(\\d{4})$`);
const ABOUT_DATE = /^(?:about|around|approximately|roughly|circa|ca?\.?) (?=\w)|~$/;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? /;
const HALVES = new RegExp(`^(.+?) ?(?:[${DASH}]| to | until | through ) ?(.+)$`);
const BETWEEN_HALVES = new RegExp(HALVES.source.replace(" to ", " to | and "));

/** @param {string} text @returns {CalendarDate[]} */
export function typedDates(text) {
  if ([...text].length > 100) return [];
  /** @type {CalendarDate[]} */
  const found = [];
  for (const read of [() => [fromEdtf(stripped(text))], () => fromWords(text)]) {
    try {
      found.push(...read().filter((date) => date !== null));
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
    }
  }
  return found.filter((date, n) => found.findIndex((d) => samePoint(d.start, date.start) && samePoint(d.end, date.end)) === n);
}

/** @param {string} text */
export const stripped = (text) => text.replace(new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "g"), "");

/** @param {string} text @returns {CalendarDate[]} */
function fromWords(text) {
  let words = stripped(text.toLowerCase().replaceAll("\u2019", "'").replace(SPACES, " ")).replace(/^[ .,;]+|[ .,;]+$/g, "");
  words = words.replace(/^(?:on|in|during) /, "");
  const opened = /^(since|until|till|from|between) (.+)$/.exec(words);
  if (opened && ["since", "until", "till"].includes(opened[1])) {
    return pointsOf(opened[2]).map((p) => (opened[1] === "since" ? { start: p, end: null } : { start: null, end: p }));
  }
  if (opened) words = opened[2];
  const form = opened?.[1] === "between" ? BETWEEN_HALVES : HALVES;
  const halves = NUMERIC.test(words) ? null : form.exec(words);
  const spans = halves ? spansOf(stripped(halves[1]), stripped(halves[2])) : [];
  return spans.length || opened ? spans : pointsOf(words).map(at); // "from 2014" has no end
}

/** Spans from the words on both sides of a dash; what one side leaves out the other gives. @param {string} left @param {string} right */
function spansOf(left, right) {
  if (/^\d{1,2}$/.test(right) && /^\d{3,4}$/.test(left)) right = left.slice(0, left.length - right.length) + right; // 1989–91
  const bareDay = /^(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{3,4}(?: bc)?))?$/.exec(right);
  if (bareDay && new RegExp(`^${MONTH}`).test(left)) { // March 3 to 5, 2023
    const year = bareDay[2] ? ` ${bareDay[2]}` : "";
    right = `${bareDay[1]} ${left.split(" ")[0]}${year}`;
    left += year;
  }
  const [end] = pointsOf(right);
  if (!end) return [];
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(left) && end.day) { // 21–22 October 2021
    return [span(point(end.year, end.month, Number(left.replace(/\D/g, ""))), end)];
  }
  if (/^\d{1,4}$/.test(left) && end.year !== null && end.year <= 0 && end.month === null) left += " bc"; // 499–449 BC
  let [start] = pointsOf(left);
  if (!start) return [];
  if (start.year === null && end.year !== null) start = point(end.year, start.month, start.day); // 3 March – 5 April 2023
  return [span(start, end)];
}

/** What may be meant by the words for one point in time. @param {string} words @returns {Point[]} */
function pointsOf(words) {
  const unmarked = words.replace(ABOUT_DATE, "");
  const plain = unmarked.replace(WEEKDAY, "");
  const numeric = NUMERIC.exec(plain);
  if (numeric) return numericPoints(Number(numeric[1]), Number(numeric[3]), Number(numeric[4]));
  if (unmarked === words && plain.includes("-")) {
    const iso = fromEdtf(plain);
    return iso?.start ? [iso.start] : [];
  }
  for (const form of FORMS) {
    const match = form.exec(plain);
    if (match) return [fromMatch(match.groups ?? {})];
  }
  return [];
}

/** @param {Record<string, string | undefined>} found @returns {Point} */
function fromMatch(found) {
  const bc = (found.bc ?? "").trim().startsWith("bc");
  if (Number(found.century) === 0) throw new DateError("there is no century 0");
  if (found.century) return point(bc ? 1 - Number(found.century) * 100 : (Number(found.century) - 1) * 100, null, null, 2);
  if (found.decade) return point(Number(found.decade) * 10, null, null, 1);
  const year = found.year ? Number(found.year) : null;
  if (year === 0) throw new DateError("there is no year 0");
  const name = found.month ?? "";
  const month = /^\d+$/.test(name) ? Number(name) : MONTH_NUMBER.get(name) ?? SEASONS.get(found.season ?? "") ?? null;
  return point(year !== null && bc ? 1 - year : year, month, found.day ? Number(found.day) : null);
}

/** Day and month in either order: 06/10/2021 is two dates, 13/10/2021 is one.
 * @param {number} one @param {number} two @param {number} year */
function numericPoints(one, two, year) {
  /** @type {Point[]} */
  const found = [];
  for (const [day, month] of one === two ? [[one, two]] : [[one, two], [two, one]]) {
    try {
      found.push(point(year, month, day));
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
    }
  }
  return found;
}
