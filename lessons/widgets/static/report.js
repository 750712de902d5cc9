/**
 * How a round or a paper went, apart from drawing: the sums, and the whole as Markdown.
 *
 * @typedef {import("./quiz_state.js").QuizItem} QuizItem @typedef {import("./quiz_state.js").Given} Given
 * @typedef {import("./score_records.js").Score} Score
 * @typedef {{right: number, wrong: number}} MarkingRule what a right item earns, what a wrong one changes (0 or less)
 * @typedef {{name: string, n: number, marks: number}} Share how many items, and how many of them right, with shares of those partly right
 *
 * @typedef {object} Report
 * @property {QuizItem[]} items
 * @property {Record<string, Score>} scores by item id
 * @property {number} n how many items
 * @property {number} marks as items are marked one by one, each by itself; what `marking` says is in `net`
 * @property {number} outOf what `marks`, or with a marking `net`, can come to
 * @property {number | null} net with a marking: earned less taken off
 * @property {{right: number, partly: number, wrong: number, blank: number}} counts
 * @property {number} seconds of all items together; 0 where no time was taken
 * @property {Share[]} lessons what went worst first, as that is where to go on
 * @property {Share[]} forms of a paper; a round of practice tells the exam forms among its kinds
 * @property {Share[]} kinds
 * @property {QuizItem[]} missed what is not right, in the items' order
 *
 * @typedef {{place: string, guesses: {options: number, rows: string[][]}[], sentences: string[], facts: Share[]}} Standing
 *   of a paper, as `lessons/standing.py` gives it: its percentile in words; for each number of options what a guess is worth (ruled out,
 *   left, chance, marks); what that means for it; how it went by kind of fact
 */

import { idList } from "./arranging.js";
import { letter } from "./choosing.js";
import { timeWords } from "./clock.js";
import { keyTexts } from "./facts.js";
import { marksText, scored, totalMarks } from "./score_records.js";

/** @type {Record<string, string>} kinds as a learner knows them */
const KIND_NAMES = {
  single_choice: "One right option", multiple_response: "Several right options", true_false: "True or false", gap: "Typed",
  ordering: "Put in order", matching: "Matched" };
/** @type {Record<string, string>} exam forms as a learner knows them */
const FORM_NAMES = {
  two_statements: "Two statements", three_statements: "Three statements", how_many: "How many are correct", pairs: "Pairs",
  lists: "Match the lists", chronology: "Chronology", statement_reason: "Statement and reason" };
const DIRECT = "Asked directly";
/** What a table of guesses is headed by. */
export const GUESS_HEADS = ["Ruled out", "Left", "Chance", "Marks"];

/**
 * What cannot be read ("ask") counts as wrong, as in `lessons/scoring/marking.py`, and an item without a score as blank.
 * @param {QuizItem[]} items @param {Record<string, Score>} scores @param {Record<string, number>} [seconds] by item id
 * @param {MarkingRule | null} [marking] @returns {Report}
 */
export function reportOf(items, scores, seconds = {}, marking = null) {
  const every = items.map(({ id }) => scores[id] ?? scored("blank"));
  const count = (/** @type {string[]} */ ...verdicts) => every.filter((one) => verdicts.includes(one.verdict)).length;
  const counts = { right: count("right"), partly: count("partly"), wrong: count("wrong", "ask"), blank: count("blank") };
  const earned = every.reduce((sum, one) => sum + (one.out_of ? one.marks / one.out_of : 0), 0);
  const worth = every.reduce((sum, one) => sum + one.out_of, 0);
  const formOf = (/** @type {QuizItem} */ item) => FORM_NAMES[item.form ?? ""];
  const kindOf = (/** @type {QuizItem} */ item) => KIND_NAMES[item.kind] ?? item.kind;
  return {
    items, scores, n: items.length, marks: totalMarks(every), counts,
    net: marking && marking.right * earned + marking.wrong * counts.wrong,
    outOf: marking ? marking.right * items.length : worth,
    seconds: items.reduce((sum, { id }) => sum + (seconds[id] ?? 0), 0),
    lessons: sharesBy(items, every, (item) => item.lesson || item.label || "Other"),
    forms: marking ? sharesBy(items, every, (item) => formOf(item) ?? DIRECT) : [],
    kinds: sharesBy(items, every, (item) => (marking ? "" : formOf(item)) || kindOf(item)),
    missed: items.filter((_, n) => every[n].verdict !== "right") };
}

/** @param {QuizItem[]} items @param {Score[]} every @param {(item: QuizItem) => string} nameOf @returns {Share[]} */
function sharesBy(items, every, nameOf) {
  const names = [...new Set(items.map(nameOf))];
  const shares = names.map((name) => {
    const scores = every.filter((_, n) => nameOf(items[n]) === name);
    return { name, n: scores.length, marks: totalMarks(scores) };
  });
  return shares.sort((one, other) => one.marks / one.n - other.marks / other.n);
}

/** The score in words: "7 of 10 right", "7.33 of 10 marks". @param {Report} report @returns {[string, string]} its number and the rest */
export function marksWords({ net, marks, outOf, counts }) {
  const inMarks = net !== null || counts.partly > 0;
  return [marksText(net ?? marks), ` of ${marksText(outOf)} ${inMarks ? `mark${outOf === 1 ? "" : "s"}` : "right"}`];
}

/** "8 right, 5 wrong, 7 blank". @param {Report} report */
export function countsText({ counts }) {
  const words = { right: "right", partly: "partly right", wrong: "wrong", blank: "blank" };
  const told = /** @type {(keyof typeof words)[]} */ (Object.keys(words)).filter((name) => counts[name] || name !== "partly");
  return told.map((name) => `${counts[name]} ${words[name]}`).join(", ");
}

/** "12 minutes 5 seconds, about 36 seconds a question"; empty where no time was taken. @param {Report} report */
export function durationText({ seconds, n }) {
  if (!seconds) return "";
  return n > 1 ? `${timeWords(seconds)}, about ${timeWords(Math.max(1, Math.round(seconds / n)))} a question` : timeWords(seconds);
}

/**
 * What was responded, text by text, in the manner of the key's texts; none for what was left blank. Of matches those that were made.
 * @param {QuizItem} item @param {Given | undefined} response
 */
export function respondedTexts(item, response) {
  const textOf = (/** @type {string} */ id) => item.options.find((option) => option.id === id)?.text ?? id;
  const given = idList(response);
  if (item.kind !== "matching") return given.filter(Boolean).map(textOf);
  return given.map((id, n) => id && `${item.statements?.[n] ?? letter(n)} – ${textOf(id)}`).filter(Boolean);
}

/** What a table of guesses is called. @param {{options: number}} guess */
export const guessCaption = ({ options }) => `What a guess is worth on average, of ${options} options`;

/**
 * The report as Markdown, to be kept with a learner's own notes. Whatever comes from a note or was typed is shown as it is.
 * @param {Report} report @param {{title?: string, responses?: Record<string, Given>, standing?: Standing | null}} [told]
 */
export function reportMarkdown(report, { title = "", responses = {}, standing = null } = {}) {
  const time = durationText(report);
  const score = marksWords(report).join("");
  const head = [`# ${bareMarkdown(title || "How it went")}`, `**${score}** (${countsText(report)})${time ? `\n\nTime: ${time}` : ""}`];
  const tables = [
    ...(standing ? [bareMarkdown(standing.place)] : []), shareTable("Lesson", report.lessons),
    ...(report.forms.length ? [shareTable("Form", report.forms)] : []), shareTable("Kind", report.kinds),
    ...(standing ? standingMarkdown(standing) : [])];
  const rows = report.missed.map((item, n) => missedMarkdown(item, n + 1, responses[item.id]));
  const missed = rows.length ? [`## Missed (${rows.length})`, rows.join("\n\n")] : [];
  return `${[...head, ...tables, ...missed].join("\n\n")}\n`;
}

/** @param {string} heading @param {Share[]} shares */
function shareTable(heading, shares) {
  const rows = shares.map(({ name, n, marks }) => `| ${bareMarkdown(name)} | ${marksText(marks)} of ${n} |`);
  return [`| ${heading} | Marks |`, "| :--- | ---: |", ...rows].join("\n");
}

/** @param {Standing} standing */
const standingMarkdown = ({ facts, guesses, sentences }) => [
  ...(facts.length ? [shareTable("Kind of fact", facts)] : []), ...guesses.map(guessTable),
  ...(sentences.length ? [sentences.map((text) => `- ${bareMarkdown(text)}`).join("\n")] : [])];

/** @param {Standing["guesses"][number]} guess */
function guessTable(guess) {
  const line = (/** @type {string[]} */ texts) => `| ${texts.join(" | ")} |`;
  return [`## ${guessCaption(guess)}\n`, line(GUESS_HEADS), line(GUESS_HEADS.map(() => "---:")), ...guess.rows.map(line)].join("\n");
}

/** @param {QuizItem} item @param {number} place @param {Given | undefined} response */
function missedMarkdown(item, place, response) {
  const said = respondedTexts(item, response);
  const lines = [...statementLines(item), ...(item.closing ? [item.closing] : [])].map((line) => `    - ${bareMarkdown(line)}`);
  const told = [...listed("Right", keyTexts(item), item), ...(said.length ? listed("You", said, item) : ["    - Left blank"])];
  const sources = (item.cites ?? []).map((cite) => `    - Source: ${bareMarkdown(cite)}`);
  return [`${place}. **${bareMarkdown(item.stem)}**`, ...lines, ...told, ...sources].join("\n");
}

/** One text behind its label, several below it. @param {string} label @param {string[]} texts @param {QuizItem} item */
function listed(label, texts, item) {
  if (texts.length === 1) return [`    - ${label}: ${bareMarkdown(texts[0])}`];
  return [`    - ${label}:`, ...texts.map((text, n) => `        ${item.kind === "ordering" ? `${n + 1}.` : "-"} ${bareMarkdown(text)}`)];
}

/** What stands between stem and options, a line each. @param {QuizItem} item */
function statementLines(item) {
  const [one, two] = [item.statements ?? [], item.list_two ?? []];
  if (item.kind === "matching") return [];
  if (item.form === "pairs") return one.map((text, n) => `(${n + 1}) ${text} : ${two[n] ?? ""}`);
  if (item.form === "statement_reason") return one.map((text, n) => `Statement-${"I".repeat(n + 1)}: ${text}`);
  if (item.form !== "lists") return one.map((text, n) => `(${n + 1}) ${text}`);
  return [...one.map((text, n) => `(${letter(n)}) ${text}`), ...two.map((text, n) => `(${n + 1}) ${text}`)];
}

/** A text whose signs mean nothing in Markdown, mathematics and entities among them, on one line. @param {string} text */
const bareMarkdown = (text) => text.replace(/\s+/g, " ").trim().replace(/[\\`*_[\]<>#|~$]|&(?=#?\w+;)/g, "\\$&");
