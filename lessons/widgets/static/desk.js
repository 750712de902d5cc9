/** The desk: an article with what was found in it, beside the lines that are proposed for a note. It goes on without a kernel. */

import { openAdding } from "./desk_add.js";
import { openArticle } from "./desk_article.js";
import { openRows } from "./desk_rows.js";
import { deskCounts, deskKey, deskLine, openDesk, stepDesk } from "./desk_state.js";
import { placesIn, stepWords, trimmed, wordsWithin } from "./desk_text.js";
import { deskHead, deskSaving, deskSource, deskTools, hinted } from "./desk_view.js";
import { frame, make, onKeys, uniquePrefix } from "./dom.js";
import { record, watchRecording } from "./recording.js";

/** @typedef {import("./desk_state.js").DeskAction} DeskAction @typedef {import("./desk_state.js").DeskWork} DeskWork */
/** @typedef {import("./desk_state.js").GivenLine} GivenLine @typedef {import("./desk_view.js").DeskOutcome} DeskOutcome */

const ARTICLE_KEYS = "Arrows choose words, {Shift} more of them, {L} makes a line, {Esc} leads back.";

/** @param {{model: import("./quiz.js").Model, el: HTMLElement}} host @returns {() => void} the clean-up */
export function renderDesk({ model, el }) {
  const prefix = uniquePrefix();
  const title = String(model.get("head")?.title || "");
  const shown = frame(el, "desk", title ? `Correcting a draft: ${title}` : "Correcting a draft");
  const { article, inUnits, inPoints } = givenArticle(model);
  let state = openDesk(inUnits(model.get("lines") ?? []), workOf());
  /** @type {DeskOutcome} what became of the last save that this view knows of, and the work that it was made of */
  let outcome = model.get("outcome") ?? {};
  let savedWork = state.work;
  let telling = false;

  const recording = watchRecording(model, "your corrections", shown.say);
  const head = deskHead(prefix, title, act);
  const source = deskSource(prefix, String(model.get("lesson") ?? ""), model.get("head") ?? {}, (lesson, told) => {
    record(model, { lesson, head: told });
    updateSource();
  });
  const tools = deskTools(prefix, act);
  const rows = openRows(prefix, act);
  const text = openArticle(article, `${prefix}-article-hint`, (ids) => {
    const next = ids[(ids.indexOf(state.chosen) + 1) % ids.length];
    if (!next) return;
    act({ type: "choose", id: next });
    rows.reveal(next);
  });
  const adding = openAdding(article, prefix, act);
  const saving = deskSaving(prefix, String(model.get("place") ?? ""), Boolean(model.get("only_accepted")), {
    save() {
      act({ type: "keep" });
      record(model, {}, ["save", null, null]);
    },
    only: (checked) => record(model, { only_accepted: checked }),
    mend: (line) => act({ type: "edit", id: line }),
  });
  shown.body.append(...head.elements, make("div", { class: "lessons-desk-about" }, ...source.elements), ...tools.elements,
    make("div", { class: "lessons-desk-panes" },
      make("div", { class: "lessons-desk-pane is-lines" }, rows.element),
      make("div", { class: "lessons-desk-pane is-article" }, text.element,
        make("p", { class: "lessons-desk-hint", id: `${prefix}-article-hint` }, ...hinted(ARTICLE_KEYS)), adding.element)),
    ...saving.elements, recording.element);

  /** @returns {DeskWork} */
  function workOf() {
    return { states: model.get("states") ?? {}, edits: model.get("edits") ?? {}, added: inUnits(model.get("added") ?? []) };
  }

  /** @param {DeskAction} action */
  function act(action) {
    if (action.type === "reach") return reach();
    if (action.type === "add") return adding.add(state);
    const before = state;
    state = stepDesk(state, action);
    if (state === before) return sayEdge(action);
    if (action.type === "draft") return;
    if (action.type === "select") return adding.update(state);
    const focused = shown.focused();
    update();
    if (state.chosen !== before.chosen || ["choose", "undo", "added"].includes(action.type)) {
      text.reveal(state.chosen);
      // What is pressed by mouse stays where it is: a second press must meet it again.
      if (action.type !== "choose" && (action.type !== "mark" || action.onwards) && action.type !== "edit") rows.reveal(state.chosen);
    }
    if (state.work !== before.work && action.type !== "known") tellWork(before.work);
    follow(before, action, focused);
  }

  function update() {
    rows.update(state, problemsOf());
    text.update(state);
    for (const part of [head, tools]) part.update(state);
    adding.update(state);
    saving.update(Boolean(model.get("only_accepted")), outcome, Boolean(outcome.saved) && state.work !== savedWork);
  }

  const updateSource = () => source.update(String(model.get("lesson") ?? ""), model.get("head") ?? {}, outcome.problems ?? []);

  /** What is to be mended, by line; not of a line that was changed since. */
  function problemsOf() {
    const found = (outcome.problems ?? []).filter(({ line }) =>
      line && state.work.edits[line] === savedWork.edits[line] && state.work.states[line] === savedWork.states[line]);
    return Object.fromEntries(found.map(({ line, text: what }) => [line, what]));
  }

  function reveal() {
    rows.reveal(state.chosen);
    text.reveal(state.chosen);
  }

  /** Tell Python what another than before is. @param {DeskWork} before */
  function tellWork(before) {
    const { states, edits, added } = state.work;
    telling = true; // the model says each of them by itself
    record(model, {
      ...(states === before.states ? {} : { states }), ...(edits === before.edits ? {} : { edits }),
      ...(added === before.added ? {} : { added: inPoints(added) }) });
    telling = false;
  }

  /** Lead the focus on and say what happened. @param {import("./desk_state.js").DeskState} before @param {DeskAction} action
   * @param {string} focused the part that had the focus */
  function follow(before, action, focused) {
    const isPlaced = focused === "article";
    const toRow = () => {
      if (isPlaced) showPlace();
      else shown.focus(`line-${state.chosen}`);
    };
    if (state.editing && state.editing !== before.editing) return shown.focus("edit-text");
    if (state.adding && !before.adding) return openForm();
    switch (action.type) {
      case "mark":
        if (focused.startsWith("line-") || isPlaced || !focused || !shown.focused()) toRow();
        return shown.say(`${markSaid(before, action.id)} ${left()}`);
      case "move":
        return toRow();
      case "keep":
        toRow();
        return shown.say(state.work === before.work ? "Kept as it was." : `Kept and accepted. ${left()}`);
      case "give up":
        shown.focus(`line-${state.chosen}`);
        return shown.say("Given up; the line is as it was.");
      case "undo":
        if (!isPlaced) shown.focus(`line-${state.chosen}`);
        return shown.say(`Undone. ${left()}`);
      case "accept all":
        shown.focus(`line-${state.chosen}`);
        return shown.say(`Accepted all that are not doubtful. ${left()}`);
      case "added":
        shown.focus(`line-${state.chosen}`);
        return shown.say(`Added to ${deskLine(state, state.chosen)?.section} and accepted. ${left()}`);
      case "cancel":
        return shown.focus("article");
      case "kind":
      case "show":
        reveal();
        return shown.say(`${rows.element.querySelectorAll("li:not([hidden])").length} lines are shown.`);
      case "keys":
        return shown.say(state.keys && focused !== "keys" ? "The keys are listed above the lines." : "");
    }
  }

  const left = () => `${deskCounts(state).proposed} to look at.`;

  /** @param {import("./desk_state.js").DeskState} before @param {string} id */
  function markSaid(before, id) {
    const mark = state.work.states[id];
    const name = mark === "accepted" ? "Accepted." : mark === "dropped" ? "Dropped." : "Taken back.";
    const isLast = state.chosen === before.chosen && mark !== "proposed" && deskCounts(state).proposed > 0;
    return isLast ? `${name} Nothing below is to look at.` : name;
  }

  /** What a step says that changes nothing. @param {DeskAction} action */
  function sayEdge(action) {
    if (action.type === "move") shown.say(action.by > 0 ? "That is the last line." : "That is the first line.");
    if (action.type === "undo") shown.say("There is nothing to undo.");
    if (action.type === "adding") shown.say("Select words in the article first.");
  }

  function openForm() {
    shown.focus("add-text");
    const field = /** @type {HTMLTextAreaElement | null} */ (shown.body.querySelector("[data-part=add-text]"));
    const at = field?.value.startsWith(":") ? 0 : field?.value.length ?? 0; // where something is to be written
    field?.setSelectionRange(at, at);
  }

  /** To the chosen line's place in the article, or from there back. */
  function reach() {
    if (shown.focused() !== "article") return showPlace();
    shown.focus(`line-${state.chosen}`);
    rows.reveal(state.chosen);
  }

  /** The article gets the focus, the words of the chosen line are selected. */
  function showPlace() {
    const line = deskLine(state, state.chosen);
    text.element.focus();
    if (!line) return;
    selectWords({ start: line.start, end: line.end });
    shown.say(`${line.section}: ${line.words}`);
  }

  /** @param {import("./desk_text.js").Stretch & {back?: boolean}} stretch */
  function selectWords(stretch) {
    text.select(stretch);
    act({ type: "select", selection: { back: false, ...stretch } });
  }

  /** Arrows choose words; no key of theirs reaches the page. @param {KeyboardEvent} event */
  function moveInArticle(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const line = deskLine(state, state.chosen);
    const from = state.selection ?? (line ? { start: line.start, end: line.start } : { start: 0, end: 0 });
    const to = stepWords(text, from, event.key, event.shiftKey);
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    selectWords(state.selection || event.shiftKey ? to : stepWords(text, from, "Here", false) ?? to);
    if (state.selection) shown.say(wordsWithin(article.text, state.selection));
  }

  /** What is selected by mouse or finger. */
  function hearSelection() {
    const selected = text.selected();
    if (selected === undefined) return;
    const words = selected && trimmed(article.text, selected);
    act({ type: "select", selection: words && { ...words, back: selected.back } });
  }

  /** Escape in a field gives up, or leaves it. @param {KeyboardEvent} event */
  function leaveField(event) {
    if (event.key !== "Escape" || event.isComposing || !(event.target instanceof HTMLElement)) return;
    if (!event.target.matches("textarea, select, input[type=text]")) return;
    if (event.target.closest(".lessons-desk-edit")) act({ type: "give up" });
    else if (event.target.closest(".lessons-desk-form")) act({ type: "cancel" });
    else shown.root.focus();
  }

  /** Whoever leaves the desk leaves nothing half written behind. @param {FocusEvent} event */
  function leave(event) {
    if (event.relatedTarget instanceof Node && !shown.root.contains(event.relatedTarget) && state.editing) act({ type: "keep" });
  }

  /** Another view of the same draft, or Python, did something. */
  function hearWork() {
    const work = workOf();
    if (!telling && JSON.stringify(work) !== JSON.stringify(state.work)) act({ type: "known", work });
  }

  function hearOutcome() {
    outcome = model.get("outcome") ?? {};
    savedWork = state.work;
    update();
    updateSource();
    shown.say([outcome.message, ...(outcome.problems ?? []).map((one) => one.text)].filter(Boolean).join(" "));
  }

  const offKeys = onKeys(shown.root, (key, target) => {
    const action = deskKey(state, key, { ...target, part: shown.focused() });
    if (action) act(action);
    return action !== null;
  });
  const events = {
    "change:states": hearWork, "change:edits": hearWork, "change:added": hearWork, "change:outcome": hearOutcome,
    "change:lesson": updateSource, "change:head": updateSource, "change:only_accepted": update };
  for (const [event, call] of Object.entries(events)) model.on(event, call);
  text.element.addEventListener("keydown", moveInArticle);
  shown.root.addEventListener("keydown", leaveField);
  shown.root.addEventListener("focusout", leave);
  document.addEventListener("selectionchange", hearSelection);
  update();
  updateSource();
  queueMicrotask(reveal);
  return () => {
    act({ type: "keep" });
    offKeys();
    for (const [event, call] of Object.entries(events)) model.off(event, call);
    document.removeEventListener("selectionchange", hearSelection);
    recording.close();
    shown.root.remove();
  };
}

/** The article with its places in UTF-16 units, and the way there and back. @param {import("./quiz.js").Model} model */
function givenArticle(model) {
  const { text = "", clutter = [], paragraphs = [] } = model.get("article") ?? {};
  const { toUnit, toPoint } = placesIn(text);
  const stretches = (/** @type {[number, number][]} */ spans) => spans.map(([start, end]) => ({ start: toUnit(start), end: toUnit(end) }));
  const moved = (/** @type {(at: number) => number} */ to) => (/** @type {GivenLine[]} */ lines) =>
    lines.map((line) => ({ ...line, start: to(line.start), end: to(line.end) }));
  return {
    article: { text, clutter: stretches(clutter), paragraphs: stretches(paragraphs) }, inUnits: moved(toUnit), inPoints: moved(toPoint) };
}
