/**
 * What marking gives, as `lessons/scoring/records.py`.
 *
 * @typedef {string | string[] | null | undefined} Response
 *   An option's id, a list of ids, or what was typed; empty or nothing for no response.
 * @typedef {"right" | "partly" | "wrong" | "blank" | "ask"} Verdict
 * @typedef {{marks: number, out_of: number, verdict: Verdict, message: string}} Score
 */

/** All or nothing. @param {Verdict} verdict @param {string} [message] @returns {Score} */
export const scored = (verdict, message = "") => ({ marks: verdict === "right" ? 1 : 0, out_of: 1, verdict, message });

/** Equal shares of one mark: one for each hit, one off for each miss, never below nothing.
 * @param {number} hits @param {number} misses @param {number} outOf @param {string} message @returns {Score} */
export function shared(hits, misses, outOf, message) {
  const marks = Math.max(0, hits - misses) / outOf;
  const verdict = marks === 1 ? "right" : marks ? "partly" : "wrong";
  return { marks, out_of: 1, verdict, message: verdict === "partly" ? message : "" };
}

/** Marks added up, rounded as Python prints them. @param {Iterable<Score>} scores */
export const totalMarks = (scores) => roundedMarks([...scores].reduce((sum, one) => sum + one.marks, 0));

/** To two decimals, a half to the even side; thirds that do not add up to a whole to the last digit are forgiven. @param {number} marks */
export function roundedMarks(marks) {
  const hundredths = Math.abs(marks) * 100;
  const below = Math.floor(hundredths + 1e-6);
  const isHalf = Math.abs(hundredths - below - 0.5) < 1e-6;
  return (Math.sign(marks) * (isHalf ? below + (below % 2) : Math.round(hundredths))) / 100 || 0; // no -0
}

/** Marks as Python writes them: no zeros at the end, a minus sign. @param {number} marks */
export const marksText = (marks) => String(roundedMarks(marks)).replace("-", "−");
