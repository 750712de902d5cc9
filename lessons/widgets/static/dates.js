/**
 * Calendar dates at their own precision, as `lessons/dates/` has them: EDTF text in, comparisons out.
 *
 * @typedef {{year: number | null, month: number | null, day: number | null, blurred: number}} Point
 *   One end of a date. `year` is astronomical (0 is 1 BC); `month` 21 to 24 are seasons; `blurred` counts the digits of the year that are
 *   not given (1 for a decade, 2 for a century). Marks such as "about" are not kept: marking does not look at them.
 * @typedef {{start: Point | null, end: Point | null}} CalendarDate
 * @typedef {[number, number, number]} Day
 */

export const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A text that is no date, or an impossible one. */
export class DateError extends Error {}

const EDTF_POINT = /^(-?\d{4}|-?\d{3}X|-?\d{2}XX|XXXX)(?:-(\d\d)(?:-(\d\d))?)?[~?%]?$/;

/** @param {string} text @returns {CalendarDate | null} null where the text does not have the form of EDTF; throws where it cannot be */
export function fromEdtf(text) {
  const parts = text.split("/");
  if (parts.length > 2) return null;
  /** @type {(Point | null)[]} */
  const ends = [];
  for (const part of parts) {
    if ((part === ".." || part === "") && parts.length === 2) {
      ends.push(null);
      continue;
    }
    const match = EDTF_POINT.exec(part);
    if (!match || (match[1] === "XXXX" && !match[2])) return null;
    const [, year, month, day] = match;
    if (month && parts.length === 1 && !day && Number(month) > 24) return null; // 1989-91 is a span of years as people write it
    const blurred = (year.split("X").length - 1) % 4;
    const number = year === "XXXX" ? null : Number(year.replaceAll("X", year[0] === "-" ? "9" : "0"));
    ends.push(point(number, month ? Number(month) : null, day ? Number(day) : null, blurred));
  }
  if (ends.every((end) => end === null)) return null;
  return parts.length === 2 ? span(ends[0], ends[1]) : at(ends[0]);
}

/** A point that can be; throws where it cannot.
 * @param {number | null} year @param {number | null} month @param {number | null} day @param {number} [blurred] @returns {Point} */
export function point(year, month, day, blurred = 0) {
  const possible = month === null || (month >= 1 && month <= 12) || (month >= 21 && month <= 24 && day === null);
  if (!possible) throw new DateError(`there is no month ${month}`);
  if (day !== null && month !== null && (day < 1 || day > monthLength(year ?? 4, month))) throw new DateError(`there is no day ${day}`);
  return { year, month, day, blurred };
}

/** A span whose end does not lie before its start. @param {Point | null} start @param {Point | null} end @returns {CalendarDate} */
export function span(start, end) {
  if (start && end && isBefore(at(end), at(start))) throw new DateError("it ends before it starts");
  return { start, end };
}

/** @param {Point | null} end @returns {CalendarDate} */
export const at = (end) => ({ start: end, end });

/** @param {CalendarDate} date */
export const isSpan = (date) => !samePoint(date.start, date.end);

/** @param {CalendarDate} date */
export const isOpen = (date) => date.start === null || date.end === null;

/** @param {Point | null} one @param {Point | null} other */
export const samePoint = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** @param {Point} end @returns {"day" | "month" | "season" | "year" | "decade" | "century"} */
export function precision(end) {
  if (end.day !== null) return "day";
  if (end.month !== null) return end.month > 12 ? "season" : "month";
  return /** @type {const} */ (["year", "decade", "century"])[end.blurred];
}

/** Whether two dates are the same: null where their precision leaves that open.
 * @param {CalendarDate} one @param {CalendarDate} other @returns {boolean | null} */
export function same(one, other) {
  if (samePoint(one.start, other.start) && samePoint(one.end, other.end)) return true;
  if (isBefore(one, other) || isBefore(other, one)) return false;
  if (isSpan(one) && isSpan(other)) { // "since 2014" is not "since 2018", though both hold in 2020
    const ends = [[one.start, other.start], [one.end, other.end]];
    return ends.some(([a, b]) => a && b && same(at(a), at(b)) === false) ? false : null;
  }
  const [start, otherStart] = [one.start, other.start];
  if (isSpan(one) || isSpan(other) || !start || !otherStart || (start.year !== null && otherStart.year !== null)) return null;
  const differ = [[start.month, otherStart.month], [start.day, otherStart.day]].some(([a, b]) => a && b && a !== b);
  return differ ? false : null;
}

/** Whether all of `one` lies inside `other`. @param {CalendarDate} one @param {CalendarDate} other */
export function within(one, other) {
  if (!isSpan(one) && !isSpan(other) && one.start && other.start && other.start.year === null) {
    return one.start.month === other.start.month && (other.start.day === null || other.start.day === one.start.day);
  }
  const [first, last] = extent(one);
  const [otherFirst, otherLast] = extent(other);
  if (!first || !last || JSON.stringify([first, last]) === JSON.stringify([otherFirst, otherLast])) return false;
  const startsInside = !otherFirst || order(otherFirst, first) <= 0;
  const endsInside = !otherLast || order(last, otherLast) <= 0;
  return startsInside && endsInside;
}

/** @param {CalendarDate} one @param {CalendarDate} other */
function isBefore(one, other) {
  const last = extent(one)[1];
  const otherFirst = extent(other)[0];
  return last !== null && otherFirst !== null && order(last, otherFirst) < 0;
}

/** First and last day that a date may mean. @param {CalendarDate} date @returns {[Day | null, Day | null]} */
export function extent(date) {
  return [date.start ? bounds(date.start)[0] : null, date.end ? bounds(date.end)[1] : null];
}

/** First and last day that a point may mean. @param {Point} end @returns {[Day, Day] | [null, null]} */
function bounds({ year, month, day, blurred }) {
  if (year === null) return [null, null];
  // A season is taken as anywhere in its year and the winter after: hemispheres and authors differ.
  if (month === null || month > 12) return [[year, 1, 1], month === 24 ? [year + 1, 2, 29] : [year + 10 ** blurred - 1, 12, 31]];
  return day === null ? [[year, month, 1], [year, month, monthLength(year, month)]] : [[year, month, day], [year, month, day]];
}

/** @param {Day} one @param {Day} other */
function order(one, other) {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

/** @param {number} year @param {number} month */
function monthLength(year, month) {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
