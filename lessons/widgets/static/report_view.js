/** The report on a page: score, time, bars by lesson and kind, what was missed with its key and source, and all of it to copy. */

import { make, ownText, signed, unseen, withBlank } from "./dom.js";
import { statementLists } from "./exam_forms.js";
import { keyTexts } from "./facts.js";
import { VERDICT_WORDS } from "./feedback.js";
import { countsText, durationText, guessCaption, GUESS_HEADS, marksWords, reportMarkdown, respondedTexts } from "./report.js";
import { marksText } from "./score_records.js";

/** @typedef {import("./quiz_state.js").QuizItem} QuizItem @typedef {import("./quiz_state.js").Given} Given */
/** @typedef {import("./report.js").Report} Report @typedef {import("./report.js").Share} Share
 * @typedef {import("./report.js").Standing} Standing */
/**
 * @typedef {object} Reported
 * @property {Record<string, Given>} responses by item id
 * @property {(text: string) => void} say into the live region
 * @property {string} [title] of the quiz or paper
 * @property {string} [words] to the learner, below the score
 * @property {(HTMLElement | null)[]} [actions] buttons below them; what was missed may be long, and nobody should have to go to its end
 * @property {Standing | null} [standing] where a paper stands
 */

/** The part "score" of it takes the focus. @param {Report} report @param {Reported} told */
export function reportView(report, { responses, say, title = "", words = "", actions = [], standing = null }) {
  const [marks, rest] = marksWords(report);
  const time = durationText(report);
  const missed = report.missed.length;
  return make("div", { class: "lessons-report" },
    make("p", { class: "lessons-score", tabindex: -1, "data-part": "score" }, make("span", { class: "lessons-score-right" }, marks), rest),
    make("p", { class: "lessons-counts" }, countsText(report)),
    time ? make("p", { class: "lessons-duration" }, time) : null,
    standing ? make("p", { class: "lessons-standing" }, standing.place) : null,
    words ? make("p", { class: "lessons-end-words" }, words) : null,
    ...copyRow(actions, () => reportMarkdown(report, { title, responses, standing }), say),
    shareBars("By lesson", report.lessons), shareBars("By form", report.forms), shareBars("By kind", report.kinds),
    ...(standing ? [shareBars("By kind of fact (a question may ask several)", standing.facts), guessAdvice(standing)] : []),
    missed ? make("p", { class: "lessons-label" }, missed === 1 ? "Missed" : `Missed (${missed})`) : null,
    missed ? make("ol", { class: "lessons-missed" }, ...report.missed.map((item) => missedRow(report, item, responses))) : null);
}

/** A bar for each, its figures beside it; one alone would only repeat the score. @param {string} label @param {Share[]} shares */
function shareBars(label, shares) {
  if (shares.length < 2) return null;
  return make("div", { class: "lessons-shares" },
    make("p", { class: "lessons-label" }, label),
    make("ul", { class: "lessons-share-list", role: "list" }, ...shares.map(({ name, n, marks }) => {
      const bar = make("span", { class: "lessons-share-bar", "aria-hidden": "true" }, make("span"));
      bar.style.setProperty("--share", `${(100 * marks) / n}%`);
      return make("li", { class: "lessons-share" }, make("span", { class: "lessons-share-name", dir: "auto" }, name), bar,
        make("span", { class: "lessons-share-figures" }, `${marksText(marks)} of ${n}`));
    })));
}

/** What a guess was worth, by how many options were ruled out, and what that means for the paper. @param {Standing} standing */
function guessAdvice({ guesses, sentences }) {
  if (!guesses.length) return null;
  const tables = guesses.map((guess) => make("table", { class: "lessons-guesses" },
    make("caption", { class: "lessons-label" }, guessCaption(guess)),
    make("thead", {}, make("tr", {}, ...GUESS_HEADS.map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", {}, ...guess.rows.map(([first, ...rest]) =>
      make("tr", {}, make("th", { scope: "row" }, first), ...rest.map((text) => make("td", {}, text)))))));
  return make("div", { class: "lessons-advice" }, ...tables,
    make("ul", { class: "lessons-advice-words" }, ...sentences.map((text) => make("li", {}, text))));
}

/** @param {Report} report @param {QuizItem} item @param {Record<string, Given>} responses */
function missedRow({ scores }, item, responses) {
  const verdict = scores[item.id]?.verdict ?? "blank";
  const isOrder = item.kind === "ordering";
  const keys = keyTexts(item);
  const [rightWord, you] = [isOrder ? "The right order" : "Right", verdict === "partly" ? "You, partly right: " : "You: "];
  const sign = VERDICT_WORDS[verdict === "ask" ? "wrong" : verdict]?.[0] ?? "";
  const said = verdict === "blank" ? [] : respondedTexts(item, responses[item.id]);
  return make("li", {},
    make("p", { class: "lessons-missed-stem", dir: "auto" }, ...withBlank(item.stem)), ...statementLists(item),
    item.closing ? make("p", { class: "lessons-missed-closing", dir: "auto" }, item.closing) : null,
    ...(keys.length === 1
      ? [make("p", {}, signed("✓"), unseen("Right answer: "), make("strong", { dir: "auto" }, keys[0]))]
      : [make("p", {}, signed("✓"), make("strong", {}, rightWord)), textList(keys, isOrder)]),
    make("div", { class: `lessons-missed-said is-${verdict}` }, signed(said.length ? sign : ""), said.length ? you : "Left blank",
      said.length > 1 ? textList(said, isOrder) : make("span", { dir: "auto" }, said[0])),
    sourceLines(item.cites ?? []));
}

/** @param {string[]} texts @param {boolean} isOrder */
const textList = (texts, isOrder) =>
  make(isOrder ? "ol" : "ul", { class: "lessons-missed-key" }, ...texts.map((text) => make("li", {}, ownText(text))));

/** Two sources stand there; more, as of an item of many parts, fold out. @param {string[]} cites */
function sourceLines(cites) {
  const lines = cites.map((cite) => make("p", { class: "lessons-cite", dir: "auto" }, cite));
  if (lines.length < 3) return make("div", {}, ...lines);
  return make("details", { class: "lessons-cites" }, make("summary", {}, `${lines.length} sources`), ...lines);
}

/**
 * Buttons, the last of which copies a text; where the browser does not let it (no secure page, no leave) the text is shown, selected, to be
 * copied by hand.
 * @param {(HTMLElement | null)[]} actions @param {() => string} textOf @param {(text: string) => void} say
 */
function copyRow(actions, textOf, say) {
  const done = make("span", { class: "lessons-copied" });
  const byHand = make("div");
  const copy = async () => {
    const text = textOf();
    try {
      await navigator.clipboard.writeText(text);
      done.replaceChildren(signed("✓"), "Copied");
      say("Copied");
    } catch {
      const area = make("textarea", { class: "lessons-markdown", readonly: true, rows: 8, "aria-label": "Select all and copy" });
      area.value = text;
      byHand.replaceChildren(area);
      area.focus();
      area.select();
      area.scrollTop = 0;
    }
  };
  const look = "lessons-button lessons-quiet";
  const button = make("button", { type: "button", class: look, "data-part": "copy", onclick: copy }, "Copy as Markdown");
  return [make("div", { class: "lessons-actions lessons-report-actions" }, ...actions, button, done), byHand];
}
