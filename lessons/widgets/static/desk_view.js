/** What stands around article and list: the head, the particulars of the source, the filters, and where the note is saved. */

import { letterBox } from "./desk_article.js";
import { smallButton } from "./desk_rows.js";
import { DESK_SECTIONS, deskCounted, deskCounts, deskLines, sureLines } from "./desk_state.js";
import { keyList, keysButton, make, signed } from "./dom.js";

/** @typedef {import("./desk_state.js").DeskState} DeskState @typedef {import("./desk_state.js").DeskAction} DeskAction */
/** @typedef {Record<"title" | "author" | "publisher" | "published", string | null>} DeskHead */
/** @typedef {{line: string, field: string, text: string}} DeskProblem of which line or field; of neither, of the whole note */
/** @typedef {{saved?: boolean, path?: string, lines?: number, left?: number, message?: string, problems?: DeskProblem[]}} DeskOutcome */

/** @type {[string, string][]} */
const DESK_KEYS = [
  ["A", "accept the line and go on; once more takes it back"], ["D", "drop it and go on"],
  ["E Enter", "edit it; Enter keeps what you wrote, Esc gives it up"], ["U", "undo"], ["N ↓", "next line"], ["P ↑", "previous line"],
  ["G", "go to its place in the article, and back"], ["← → ↑ ↓", "in the article: choose words; with Shift more of them"],
  ["L", "make a line of the words that are selected"], ["?", "show or hide the keys"]];

/** @type {[import("./desk_state.js").DeskShow, string][]} */
const DESK_SHOWS = [
  ["", "All lines"], ["proposed", "To look at"], ["doubtful", "Doubtful"], ["accepted", "Accepted"], ["dropped", "Dropped"]];

/** @type {[keyof DeskHead, string, string][]} */
const DESK_FIELDS = [
  ["title", "Title", ""], ["author", "Author", ""], ["publisher", "Publisher", ""], ["published", "Published", "12 May 2021"]];

/** Counts, the bar and the list of keys. @param {string} prefix @param {string} title @param {(action: DeskAction) => void} act */
export function deskHead(prefix, title, act) {
  const count = make("p", { class: "lessons-count" });
  const bar = make("div", { class: "lessons-bar", "aria-hidden": "true" }, make("span"));
  const keys = keyList(DESK_KEYS, `${prefix}-keys`, false);
  const button = keysButton(false, `${prefix}-keys`, () => act({ type: "keys" }));
  const hint = make("p", { class: "lessons-desk-hint" },
    ...hinted("Accept {A} what is right, drop {D} what is not, edit {E} what is nearly right."));
  return {
    elements: [
      make("div", { class: "lessons-head" }, title ? make("p", { class: "lessons-title", dir: "auto" }, title) : null, count, button),
      bar, hint, keys],
    /** @param {DeskState} state */
    update(state) {
      const { accepted, dropped, proposed } = deskCounts(state);
      const all = accepted + dropped + proposed;
      count.textContent = deskCounted(state);
      bar.style.setProperty("--done", `${all ? (100 * (accepted + dropped)) / all : 0}%`);
      keys.hidden = !state.keys;
      button.setAttribute("aria-expanded", String(state.keys));
    },
  };
}

/** Words with keys among them. @param {string} text @returns {(Node | string)[]} */
export const hinted = (text) => text.split(/[{}]/).map((part, n) => (n % 2 ? make("kbd", {}, part) : part));

/** The lesson's name, and what the page says of itself, to be put right. @param {string} prefix @param {string} lesson
 * @param {DeskHead} head @param {(lesson: string, head: DeskHead) => void} tell */
export function deskSource(prefix, lesson, head, tell) {
  const told = () => tell(inputs[0].value, /** @type {DeskHead} */ (
    Object.fromEntries(DESK_FIELDS.map(([name], n) => [name, inputs[n + 1].value.trim() || null]))));
  const input = (/** @type {string} */ name, /** @type {string | null} */ value, /** @type {string} */ hint) => make("input", {
    type: "text", id: `${prefix}-${name}`, dir: "auto", autocomplete: "off", "data-part": `field-${name}`, value: value ?? "",
    placeholder: hint, "aria-describedby": `${prefix}-${name}-problem`, onchange: told });
  const problem = (/** @type {string} */ name) =>
    make("p", { class: "lessons-desk-problem", id: `${prefix}-${name}-problem`, hidden: true });
  const inputs = [input("lesson", lesson, ""), ...DESK_FIELDS.map(([name, , hint]) => input(name, head[name], hint && `e.g. ${hint}`))];
  const field = (/** @type {string} */ label, /** @type {HTMLInputElement} */ one) => make("div", { class: "lessons-desk-field" },
    make("label", { for: one.id }, label), one, problem(one.id.slice(prefix.length + 1)));
  const summary = make("span", { dir: "auto" });
  const fold = make("details", { class: "lessons-desk-source", open: !head.title || !head.published },
    make("summary", { "data-part": "source" }, "The source: ", summary),
    make("div", { class: "lessons-desk-fields" }, ...DESK_FIELDS.map(([, label], n) => field(label, inputs[n + 1]))));
  return {
    elements: [field("Lesson", inputs[0]), fold],
    /** @param {string} named @param {DeskHead} known @param {DeskProblem[]} problems */
    update(named, known, problems) {
      const values = [named, ...DESK_FIELDS.map(([name]) => known[name] ?? "")];
      inputs.forEach((one, n) => one.value !== values[n] && one !== inputs[n].ownerDocument.activeElement && (one.value = values[n]));
      const said = [known.title, known.publisher, known.published].filter(Boolean).join(" · ");
      summary.textContent = said || "not known";
      for (const one of inputs) {
        const name = one.id.slice(prefix.length + 1);
        const text = problems.filter(({ field: of }) => of === name).map((each) => each.text).join(" ");
        const place = /** @type {HTMLElement} */ (one.nextElementSibling);
        place.textContent = text;
        place.hidden = !text;
        one.setAttribute("aria-invalid", String(Boolean(text)));
        if (text && one !== inputs[0]) fold.open = true;
      }
    },
  };
}

/** Kinds with their letters and counts, which filter; states; undo; all that are sure. @param {string} prefix
 * @param {(action: DeskAction) => void} act */
export function deskTools(prefix, act) {
  const chips = DESK_SECTIONS.map(([name]) => make("button", {
    type: "button", class: `lessons-desk-chip is-${name.toLowerCase()}`, "data-part": `kind-${name}`, "aria-pressed": "false",
    onclick: () => act({ type: "kind", kind: name }) },
  letterBox(name), make("span", { class: "lessons-desk-sample" })));
  const show = make("select", { id: `${prefix}-show`, "data-part": "show", onchange: () => {
    act({ type: "show", show: /** @type {import("./desk_state.js").DeskShow} */ (show.value) });
  } }, ...DESK_SHOWS.map(([value, text]) => make("option", { value }, text)));
  const undo = smallButton("undo", "Undo", () => act({ type: "undo" }));
  const all = smallButton("accept-all", "", () => act({ type: "accept all" }));
  return {
    elements: [
      make("div", { class: "lessons-desk-chips", role: "group", "aria-label": "Show only" }, ...chips),
      make("div", { class: "lessons-desk-tools" },
        make("div", { class: "lessons-filter" }, make("label", { for: show.id }, "Show"), show), all, undo)],
    /** @param {DeskState} state */
    update(state) {
      const lines = deskLines(state);
      DESK_SECTIONS.forEach(([name], n) => {
        const many = lines.filter((line) => line.section === name).length;
        /** @type {HTMLElement} */ (chips[n].lastElementChild).textContent = `${name} ${many}`;
        chips[n].setAttribute("aria-pressed", String(state.kind === name));
        chips[n].hidden = !many && state.kind !== name;
      });
      show.value = state.show;
      const sure = sureLines(state).length;
      all.textContent = sure ? `Accept the ${sure} without doubt` : "Accept all without doubt";
      all.disabled = !sure;
      undo.disabled = !state.past.length;
    },
  };
}

/** Where the note is saved, and what became of it. @param {string} prefix @param {string} place @param {boolean} only
 * @param {{save: () => void, only: (checked: boolean) => void, mend: (line: string) => void}} calls */
export function deskSaving(prefix, place, only, calls) {
  const box = make("input", {
    type: "checkbox", id: `${prefix}-only`, "data-part": "only", checked: only, onchange: () => calls.only(box.checked) });
  const told = make("div", { class: "lessons-desk-outcome", "data-part": "outcome" });
  const save = make("button", {
    type: "button", class: "lessons-button lessons-primary", "data-part": "save", onclick: calls.save }, "Save the note");
  return {
    elements: [make("div", { class: "lessons-desk-saving" },
      make("div", { class: "lessons-actions" }, save,
        make("label", { class: "lessons-desk-check", for: box.id }, box, "only accepted lines"),
        make("p", { class: "lessons-desk-place" }, "to ", make("span", { dir: "auto" }, place))), told)],
    /** @param {boolean} checked @param {DeskOutcome} outcome @param {boolean} changed since then */
    update(checked, outcome, changed) {
      box.checked = checked;
      const lines = [...new Set((outcome.problems ?? []).map(({ line }) => line).filter(Boolean))];
      told.className = `lessons-desk-outcome${outcome.saved ? " is-right" : outcome.message ? " is-wrong" : ""}`;
      const sign = signed(outcome.saved ? "✓" : "✗");
      told.replaceChildren(
        outcome.message ? make("p", { dir: "auto" }, sign, outcome.message, changed ? " The lines were changed since then." : "") : "",
        ...(outcome.problems ?? []).filter(({ line }) => !line).map(({ text }) => make("p", { dir: "auto" }, text)),
        lines.length ? smallButton("mend", lines.length > 1 ? `Mend the first of ${lines.length} lines` : "Mend the line",
          () => calls.mend(lines[0])) : "");
    },
  };
}
