/** The offline page: what there is to do, and the widgets to do it with. Which of them is shown stands behind the "#" of the address. */

import { renderCards } from "./cards.js";
import { make } from "./dom.js";
import { renderExam } from "./exam.js";
import { homeView, missedOf, nameOfSet } from "./page_home.js";
import { markedPaper, pageModel, questionOf } from "./page_model.js";
import { printView } from "./page_print.js";
import { openStore } from "./page_store.js";
import { renderQuiz } from "./quiz.js";
import { score } from "./scoring.js";

/**
 * @typedef {Record<string, any> & {id: string, hash: string}} Hashed an item's or a card's payload with its hash
 * @typedef {{lesson: string, items: number[]}} QuizSet
 * @typedef {{hash: string, rules: string[], minutes: number, items: number[]}} PaperSet
 * @typedef {{title: string, id: string, facts: any, items: Hashed[], cards: Hashed[], quizzes: QuizSet[], papers: PaperSet[],
 *   marking: {right: number, wrong: number}, sources: string[]}} PageData
 * @typedef {{data: PageData, store: ReturnType<typeof openStore>, verdicts: Map<string, string>}} PageOf
 */

/** Read the data in the page and show it. */
export async function startPage() {
  const main = document.body.appendChild(make("main", { class: "lessons-page" }));
  /** @type {PageData} */
  let data;
  try {
    const packed = atob(document.getElementById("data")?.textContent ?? "");
    const stream = new Blob([Uint8Array.from(packed, (c) => c.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("gzip"));
    data = await new Response(stream).json();
  } catch {
    main.append(make("p", {}, "This browser cannot unpack the page, or the file is damaged. Any browser of 2023 or later can."));
    return;
  }
  const known = new Set([...data.items, ...data.cards, ...data.papers].map((one) => one.hash));
  /** @type {PageOf} */
  const page = { data, store: openStore(data.id, known), verdicts: new Map() };
  for (const item of data.items) noteVerdict(page, item);
  let cleanUp = () => {};
  const show = () => {
    cleanUp();
    main.replaceChildren();
    cleanUp = shownPart(page, main, location.hash.slice(1));
    window.scrollTo(0, 0);
    const widget = main.querySelector(".lessons-body")?.parentElement; // with the focus in it its keys work at once
    /** @type {HTMLElement | null | undefined} */ (widget ?? main.querySelector("h1"))?.focus({ preventScroll: true });
  };
  window.addEventListener("hashchange", show);
  printView(() => printed(page, location.hash.slice(1)));
  show();
}

/** Remember whether an item was got right. @param {PageOf} page @param {Hashed} item */
function noteVerdict(page, item) {
  const response = page.store.progress.responses[item.hash];
  if (response === undefined) page.verdicts.delete(item.hash);
  else page.verdicts.set(item.hash, score(/** @type {any} */ ({ options: [], ...item }), response).verdict);
}

/** Draw one part of the page. @param {PageOf} page @param {HTMLElement} main @param {string} name @returns {() => void} the clean-up */
function shownPart(page, main, name) {
  const [part, at] = name.split("-");
  const { data } = page;
  const quiz = data.quizzes[Number(at)];
  const paper = data.papers[Number(at)];
  if (part === "cards") return opened(main, `Cards: ${data.title}`, (el) => cardsIn(page, el));
  if (part === "missed") return opened(main, "What you missed", (el) => quizIn(page, el, missedOf(page), true));
  if (part === "quiz" && quiz) {
    const items = quiz.items.map((n) => data.items[n]);
    return opened(main, `${quiz.lesson}, quiz ${nameOfSet(data.quizzes, quiz)}`, (el) => quizIn(page, el, items, false));
  }
  if (part === "paper" && paper) return opened(main, `Paper ${Number(at) + 1}`, (el) => examIn(page, el, paper, name.endsWith("-clock")));
  main.append(homeView(page, () => shownAgain(page, main)));
  return () => {};
}

/** @param {PageOf} page @param {HTMLElement} main */
function shownAgain(page, main) {
  page.verdicts.clear();
  main.replaceChildren();
  shownPart(page, main, "");
}

/** A part with a way back above it. @param {HTMLElement} main @param {string} title @param {(el: HTMLElement) => () => void} draw */
function opened(main, title, draw) {
  const el = make("div");
  main.append(
    make("header", { class: "lessons lessons-page-bar" }, make("a", { class: "lessons-button", href: "#" }, "‹ All"),
      make("h1", { tabindex: -1 }, title),
      make("button", { type: "button", class: "lessons-button lessons-quiet", onclick: () => window.print() }, "Print")), el);
  return draw(el);
}

/** @param {PageOf} page @param {HTMLElement} el @param {Hashed[]} items @param {boolean} anew whether earlier responses are left out */
function quizIn(page, el, items, anew) {
  const { progress, write } = page.store;
  const kept = (/** @type {Record<string, any>} */ from) =>
    Object.fromEntries(items.filter((item) => !anew && item.hash in from).map((item) => [item.id, from[item.hash]]));
  const done = { responses: kept(progress.responses), seconds: kept(progress.seconds) };
  const traits = { items, facts: page.data.facts, title: "", minutes: null, ...done };
  return renderQuiz({ el, model: pageModel({ ...traits, sent: 0, heard: 0 }, (now) => {
    for (const item of items) {
      for (const part of /** @type {("responses" | "seconds")[]} */ (["responses", "seconds"])) {
        if (item.id in (now[part] ?? {})) progress[part][item.hash] = now[part][item.id];
        else if (!anew) delete progress[part][item.hash]; // begun again
      }
      noteVerdict(page, item);
    }
    write();
  }) });
}

/** @param {PageOf} page @param {HTMLElement} el @param {PaperSet} paper @param {boolean} timed */
function examIn(page, el, paper, timed) {
  const { data, store } = page;
  const items = paper.items.map((n) => data.items[n]);
  const sitting = store.progress.papers[paper.hash] ?? { minutes: timed ? paper.minutes : null };
  const mark = (/** @type {any} */ responses) => markedPaper(items, data.facts, data.marking, responses);
  const traits = {
    title: "", rules: paper.rules, ends_itself: false, responses: {}, seconds: {}, flags: [], started: false, spent: 0, handed_in: false,
    ...sitting, items: items.map(questionOf), review: sitting.handed_in ? mark(sitting.responses) : null, mark, sent: 0, heard: 0 };
  return renderExam({ el, model: pageModel(traits, (now) => {
    const { minutes, responses, seconds, flags, started, spent, handed_in } = now;
    store.progress.papers[paper.hash] = { minutes, responses, seconds, flags, started, spent, handed_in };
    store.write();
  }) });
}

/** @param {PageOf} page @param {HTMLElement} el */
function cardsIn(page, el) {
  const { data, store } = page;
  const ratings = Object.fromEntries(
    data.cards.filter((card) => card.hash in store.progress.ratings).map((card) => [card.id, store.progress.ratings[card.hash]]));
  const traits = { cards: data.cards, facts: data.facts, title: "", seed: null, ratings, sent: 0, heard: 0 };
  return renderCards({ el, model: pageModel(traits, (now) => {
    store.progress.ratings = Object.fromEntries(
      data.cards.filter((card) => card.id in now.ratings).map((card) => [card.hash, now.ratings[card.id]]));
    store.write();
  }) });
}

/** What is printed of a part: its items, or the cards. @param {PageOf} page @param {string} name */
function printed(page, name) {
  const [part, at] = name.split("-");
  const { data } = page;
  const set = part === "quiz" ? data.quizzes[Number(at)] : part === "paper" ? data.papers[Number(at)] : undefined;
  const items = part === "missed" ? missedOf(page) : set?.items.map((n) => data.items[n]);
  const heading = document.querySelector(".lessons-page h1")?.textContent ?? "";
  const title = items ? `${data.title}: ${heading}` : data.title;
  return { title, items: items ?? [], cards: part === "cards" ? data.cards : [], facts: data.facts };
}
