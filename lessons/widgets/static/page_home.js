/** The start of the offline page: quizzes by lesson, papers, cards, what was missed, and where it all comes from. */

import { make } from "./dom.js";

/** @typedef {import("./page.js").PageOf} PageOf @typedef {import("./page.js").QuizSet} QuizSet */

/** @param {PageOf} page @param {() => void} redraw after what was kept is forgotten @returns {HTMLElement} */
export function homeView(page, redraw) {
  const { data, store } = page;
  const missed = missedOf(page).length;
  const kept = store.works()
    ? "Works without a network. What you do is kept in this browser, on this device."
    : "Works without a network. This browser keeps nothing for a file opened in this way: what you do is gone when you close the page.";
  return make("div", { class: "lessons lessons-home" },
    make("h1", { tabindex: -1, dir: "auto" }, data.title), make("p", { class: "lessons-home-words" }, kept),
    ...[...new Set(data.quizzes.map((quiz) => quiz.lesson))].map((lesson) => lessonBlock(page, lesson)),
    missed ? block("What you missed", missed === 1 ? "1 question" : `${missed} questions`, link("#missed", "Try them again", true)) : null,
    data.papers.length ? papersBlock(page) : null,
    block("Cards", cardsWords(page), link("#cards", "Turn the cards", true)),
    make("section", { class: "lessons-home-block" }, make("h2", {}, "Sources"),
      make("ul", { class: "lessons-home-sources" }, ...data.sources.map((source) => make("li", { dir: "auto" }, source)))),
    forgetButton(page, redraw));
}

/** @param {string} title @param {string} words @param {...(Node | null)} rest */
const block = (title, words, ...rest) => make("section", { class: "lessons-home-block" },
  make("h2", { dir: "auto" }, title), make("p", { class: "lessons-home-words" }, words),
  make("p", { class: "lessons-home-links" }, ...rest));

/** @param {string} to @param {string} text @param {boolean} [primary] */
const link = (to, text, primary = false) => make("a", { class: `lessons-button ${primary ? "lessons-primary" : ""}`, href: to }, text);

/** How far a quiz is. @param {PageOf} page @param {QuizSet} quiz */
function quizProgress({ data, verdicts }, quiz) {
  const found = quiz.items.map((at) => verdicts.get(data.items[at].hash)).filter((verdict) => verdict !== undefined);
  return { all: quiz.items.length, done: found.length, right: found.filter((verdict) => verdict === "right").length };
}

/** The quizzes of a lesson: the next one to do, and all of them. @param {PageOf} page @param {string} lesson */
function lessonBlock(page, lesson) {
  const sets = page.data.quizzes.map((quiz, at) => ({ quiz, at, ...quizProgress(page, quiz) }))
    .filter(({ quiz }) => quiz.lesson === lesson);
  const sum = (/** @type {"all" | "done" | "right"} */ what) => sets.reduce((total, set) => total + set[what], 0);
  const next = sets.find((set) => set.done < set.all);
  const bar = make("div", { class: "lessons-bar", "aria-hidden": "true" }, make("span"));
  bar.style.setProperty("--done", `${(100 * sum("right")) / sum("all")}%`);
  const words = sum("done") ? `${sum("right")} of ${sum("all")} questions right so far`
    : `${sum("all")} questions in ${sets.length === 1 ? "one quiz" : `${sets.length} quizzes`}`;
  const number = next ? sets.indexOf(next) + 1 : 0;
  return make("section", { class: "lessons-home-block" },
    make("h2", { dir: "auto" }, lesson), make("p", { class: "lessons-home-words" }, words), bar,
    make("p", { class: "lessons-home-links" },
      next ? link(`#quiz-${next.at}`, `${next.done ? "Go on with" : "Start"} quiz ${number}`, true) : "All of them are done."),
    sets.length > 1 ? make("details", {}, make("summary", {}, `All ${sets.length} quizzes`),
      make("ol", { class: "lessons-home-sets" }, ...sets.map((set, n) => make("li", {}, setLink(set, n))))) : null);
}

/** @param {{at: number, all: number, done: number, right: number}} set @param {number} n */
function setLink({ at, all, done, right }, n) {
  const begun = done < all ? ["◐", `${done} of ${all} answered`] : ["✓", `${right} of ${all} right`];
  const [sign, words] = done === 0 ? ["", "not begun"] : begun;
  return make("a", { href: `#quiz-${at}` }, `Quiz ${n + 1}`, make("span", { class: "lessons-home-state" }, ` ${sign} ${words}`));
}

/** The papers: the next one, with a clock or without, and all of them. @param {PageOf} page */
function papersBlock({ data, store }) {
  const papers = data.papers.map((paper, at) => ({ ...paper, at, sitting: store.progress.papers[paper.hash] }));
  const next = papers.find(({ sitting }) => !sitting?.handed_in);
  const done = papers.filter(({ sitting }) => sitting?.handed_in).length;
  const links = next?.sitting?.started
    ? [link(`#paper-${next.at}`, `Go on with paper ${next.at + 1}`, true)]
    : next && [link(`#paper-${next.at}`, `Start paper ${next.at + 1}`, true),
      link(`#paper-${next.at}-clock`, `With a clock, ${next.minutes} minutes`)];
  const row = (/** @type {typeof papers[0]} */ { at, items, sitting }) => make("li", {}, make("a", { href: `#paper-${at}` },
    `Paper ${at + 1}`, make("span", { class: "lessons-home-state" }, paperState(items.length, sitting))));
  return make("section", { class: "lessons-home-block" }, make("h2", {}, "Papers"),
    make("p", { class: "lessons-home-words" }, "In the forms of the examination, with its marks; nothing is marked before you hand in."),
    done ? make("p", { class: "lessons-home-words" }, `${done} of ${papers.length} handed in`) : null,
    make("p", { class: "lessons-home-links" }, ...(links ?? ["All of them are done."])),
    papers.length > 1 ? make("details", {}, make("summary", {}, `All ${papers.length} papers`),
      make("ol", { class: "lessons-home-sets" }, ...papers.map(row))) : null);
}

/** @param {number} all @param {any} sitting */
function paperState(all, sitting) {
  if (sitting?.handed_in) return " ✓ handed in";
  return sitting?.started ? ` ◐ ${Object.keys(sitting.responses).length} of ${all} answered` : ` ${all} questions`;
}

/** @param {PageOf} page */
function cardsWords({ data, store }) {
  const known = Object.values(store.progress.ratings).filter((rating) => rating === "good" || rating === "easy").length;
  return known ? `${known} of ${data.cards.length} known` : `${data.cards.length} cards, one a fact`;
}

/** Forget all that was kept, asked for twice. @param {PageOf} page @param {() => void} redraw */
function forgetButton({ store }, redraw) {
  let asked = false;
  const button = make("button", { type: "button", class: "lessons-button lessons-quiet", onclick: () => {
    if (asked) {
      store.forget();
      return redraw();
    }
    asked = true;
    button.textContent = "Really forget everything? Press again";
    return undefined;
  } }, "Forget what I did here");
  return make("p", { class: "lessons-home-links" }, button);
}

/** The number of a quiz among those of its lesson. @param {QuizSet[]} sets @param {QuizSet} one */
export const nameOfSet = (sets, one) => sets.filter((set) => set.lesson === one.lesson).indexOf(one) + 1;

/** Items that were responded to and not got right. @param {PageOf} page */
export const missedOf = (page) => page.data.items.filter((item) => !["right", undefined].includes(page.verdicts.get(item.hash)));
