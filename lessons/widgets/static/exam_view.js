/** A paper on the page: head, desk and palette. What stands there is kept, and written anew only where a step has changed it. */

import { keyList, keysButton, make } from "./dom.js";
import { cellName } from "./exam_cells.js";
import { examButton, markedDesk, sittingDesk, updateDesk } from "./exam_desk.js";
import { examKeys } from "./exam_keys.js";
import { reviewOrder } from "./exam_marked.js";
import { beforePage, confirmPage, resultPage, waitingPage } from "./exam_pages.js";
import { askedItem } from "./exam_state.js";
import { openPalette } from "./palette.js";
import { KIND_WORDS } from "./quiz_parts.js";

/** @typedef {import("./exam_state.js").ExamState} ExamState @typedef {import("./exam_desk.js").Drawn} Drawn */

/** Steps after which the question that stands there is drawn anew. */
const REDRAWING = ["clear", "handIn", "late", "review"];

/** @param {HTMLElement} body @param {Drawn} drawn @param {HTMLElement} timer @param {HTMLElement} unrecorded */
export function examView(body, drawn, timer, unrecorded) {
  const { prefix, title, act } = drawn;
  const head = make("div", { class: "lessons-head" });
  const keys = make("div", { class: "lessons-exam-keys" });
  const desk = make("div", { class: "lessons-desk" });
  const palette = openPalette((at) => {
    if (!isWide()) palette.element.open = false; // on a phone the question is to be seen now
    act({ type: "go", at });
  });
  const finish = examButton("finish", "Finish", "", () => act({ type: "finish" }));
  const missedBox = make("input", { type: "checkbox", "data-part": "missed", onchange: () => act({ type: "missed" }) });
  const missed = make("label", { class: "lessons-missed-only" }, missedBox, "Only the ones I missed");
  const panel = make("div", { class: "lessons-panel" }, palette.element, missed, finish);
  const layout = make("div", { class: "lessons-console" }, desk, panel);
  body.replaceChildren(head, keys, layout, unrecorded);

  const isWide = () => getComputedStyle(layout).gridTemplateColumns.split(" ").length > 1;
  const unfold = new ResizeObserver(() => {
    if (isWide() !== layout.classList.contains("is-wide")) palette.element.open = layout.classList.toggle("is-wide");
  });
  palette.element.open = false; // until there is room
  unfold.observe(layout);

  /** @param {ExamState} state */
  function drawHead(state) {
    const item = askedItem(state);
    const inside = state.stage === "sitting" || state.stage === "review";
    head.replaceChildren(
      make("p", { class: "lessons-title", dir: "auto" }, title || "Exam"),
      ...(inside && item ? [make("p", { class: "lessons-count" }, placeText(state)), examMeta(item)] : []),
      timer, keysButton(state.keys, `${prefix}-keys`, () => act({ type: "keys" })));
    keys.replaceChildren(keyList(examKeys(state), `${prefix}-keys`, state.keys));
  }

  /** @param {ExamState} state @param {number} now */
  function drawDesk(state, now) {
    switch (state.stage) {
      case "before": return desk.replaceChildren(...beforePage(state, drawn));
      case "confirm": return desk.replaceChildren(...confirmPage(state, drawn));
      case "waiting": return desk.replaceChildren(...waitingPage(state, drawn, now));
      case "result": return desk.replaceChildren(...resultPage(state, drawn));
      case "review": return desk.replaceChildren(...markedDesk(state, drawn));
      case "sitting":
        desk.replaceChildren(...sittingDesk(state, drawn));
        return updateDesk(desk, state);
    }
  }

  /** @param {ExamState} state @param {number} now */
  function draw(state, now) {
    const [sits, marked] = [state.stage === "sitting", state.marked !== null];
    layout.className = `lessons-console is-${state.stage}${layout.classList.contains("is-wide") ? " is-wide" : ""}`;
    panel.hidden = !sits && !marked;
    finish.hidden = !sits;
    missed.hidden = state.stage !== "review" || !reviewOrder({ ...state, missedOnly: true }).length;
    timer.classList.toggle("lessons-absent", state.stage !== "sitting" && state.stage !== "confirm");
    drawHead(state);
    drawDesk(state, now);
    if (!panel.hidden) palette.draw(state);
  }

  return {
    draw,
    /** @param {ExamState} before @param {ExamState} state @param {string} type of the step @param {number} now */
    update(before, state, type, now) {
      missedBox.checked = state.missedOnly;
      if (before.stage !== state.stage || before.items !== state.items) return draw(state, now);
      const moved = before.at !== state.at || before.missedOnly !== state.missedOnly;
      if (moved || before.keys !== state.keys) drawHead(state);
      if (moved || REDRAWING.includes(type)) drawDesk(state, now);
      else if (state.stage === "sitting") updateDesk(desk, state);
      if (!panel.hidden) palette.update(before, state);
    },
    close: () => unfold.disconnect(),
  };
}

/** "Question 7 of 100"; of a way through the missed ones also how far it is. @param {ExamState} state */
export function placeText(state) {
  const place = `Question ${state.at + 1} of ${state.items.length}`;
  const among = state.missedOnly ? reviewOrder(state) : [];
  return among.includes(state.at) ? `${place} (${among.indexOf(state.at) + 1} of ${among.length} missed)` : place;
}

/** The place as it is heard: "Question 7 of 100, answered, flagged". @param {ExamState} state */
export const spokenPlace = (state) => `${placeText(state)}${cellName(state, state.at).replace(/^[^,]*/, "")}`;

/** @param {import("./quiz_state.js").QuizItem} item */
const examMeta = ({ label, kind }) =>
  make("p", { class: "lessons-meta", dir: "auto" }, [label, KIND_WORDS[kind]].filter(Boolean).join(" · "));
