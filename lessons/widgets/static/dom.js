/** Elements with text in them: nothing that comes from a note is ever read as HTML. */

let instances = 0;
// Every widget may load its own copy of this module, so a counter alone would repeat itself on a page.
const COPY = Math.random().toString(36).slice(2, 8);

/** An id prefix that no other widget on the page has. */
export const uniquePrefix = () => `lessons-${COPY}-${(instances += 1)}`;

/**
 * @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Attributes
 *   An event's listener under "onclick" and the like; true sets a bare attribute; false, null and undefined leave it away.
 */

/**
 * Make an element. Texts among the children become text nodes; false and null are left away.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Attributes} [attributes] @param {...(Node | string | number | false | null | undefined)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  for (const child of children) {
    if (child instanceof Node) element.append(child);
    else if (child !== false && child !== null && child !== undefined && child !== "") element.append(String(child));
  }
  return element;
}

/** A note's text on lines of its own, in its own direction; beside it a list's number or a sign stays where it is. @param {string} text */
export const ownText = (text) => make("span", { class: "lessons-text", dir: "auto" }, text);

/** Text for screen readers alone. @param {string} text */
export const unseen = (text) => make("span", { class: "lessons-unseen" }, text);

/** A sign beside words; the words say the same. @param {string} sign */
export const signed = (sign) => make("span", { class: "lessons-sign", "aria-hidden": "true" }, sign);

/** A text in paragraphs, one a line. @param {string} text @param {string} [name] */
export function paragraphs(text, name) {
  return text.split("\n").filter((line) => line.trim()).map((line) => make("p", { class: name, dir: "auto" }, line));
}

/**
 * The text of a stem or a card, its blank drawn as a line and read out as "blank"; or filled in.
 * The blank is the first "_____": other underscores are the text's own.
 * @param {string} text @param {string} [filling] @returns {(Node | string)[]}
 */
export function withBlank(text, filling = "") {
  const at = text.search(/(?<!_)_{5}(?!_)/);
  if (at < 0) return [text];
  const blank = filling
    ? make("span", { class: "lessons-filled", dir: "auto" }, filling)
    : make("span", { class: "lessons-blank", dir: "ltr" }, unseen("blank"), make("span", { "aria-hidden": "true" }, "_____"));
  return [text.slice(0, at), blank, text.slice(at + 5)];
}

/**
 * The frame that every widget stands in: a root that keeps keys to itself, a body to draw into and one live region. Its own words are
 * English, whatever the page around it is; a note's texts have each its own direction.
 * @param {HTMLElement} el the host's element @param {string} kind @param {string} label
 */
export function frame(el, kind, label) {
  const body = make("div", { class: "lessons-body" });
  const status = make("div", { class: "lessons-unseen", role: "status", "aria-live": "polite" });
  // Lumino looks for this attribute from the focused element outwards before it takes a key for one of its shortcuts. Notebook 7 does so
  // before any listener here hears of the key, and its shortcuts are for whatever has the focus: so the focused element itself must have
  // it, too.
  const root = make("div", {
    class: `lessons lessons-${kind}`, lang: "en", dir: "ltr", role: "group", "aria-label": label, tabindex: -1,
    "data-lm-suppress-shortcuts": "true" },
  body, status);
  root.addEventListener("focusin", ({ target }) => target instanceof HTMLElement && (target.dataset.lmSuppressShortcuts = "true"));
  el.append(root);
  return {
    root,
    body,
    /** Say something once. The same again differs by a space, or it would not be said. @param {string} text */
    say(text) {
      status.textContent = text && text === status.textContent ? `${text} ` : text;
    },
    /** Move focus to the drawn part of that name, if it is there. @param {string} part */
    focus(part) {
      const found = /** @type {HTMLElement | null} */ (body.querySelector(`[data-part="${part}"]`));
      found?.focus();
      if (found instanceof HTMLInputElement && found.type === "text") found.setSelectionRange(found.value.length, found.value.length);
    },
    /** Let go of the focus before what has it is taken away: losing it, the browser lays out the page, which is cheap before a change. */
    release() {
      const active = /** @type {Document | ShadowRoot} */ (root.getRootNode()).activeElement;
      if (active instanceof HTMLElement && body.contains(active)) active.blur();
    },
    /** The name of the part that has the focus. */
    focused() {
      const active = /** @type {Document | ShadowRoot} */ (root.getRootNode()).activeElement;
      return active instanceof HTMLElement && root.contains(active) ? active.dataset.part ?? "" : "";
    },
  };
}

/**
 * Listen for keys inside a widget. `act` says whether it took the key; no key pressed here reaches the host's own shortcuts, except with
 * Ctrl, Alt or the command key.
 * @param {HTMLElement} root @param {(key: string, target: {typing: boolean, pressable: boolean, choosing: boolean}) => boolean} act
 */
export function onKeys(root, act) {
  const listener = (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Tab" || !(event.target instanceof HTMLElement)) return;
    event.stopPropagation();
    const target = event.target;
    const choosing = target.matches("select, textarea");
    if (choosing && event.key !== "Enter") return; // letters and arrows choose or move in it
    const typing = target instanceof HTMLInputElement && target.type === "text" && !target.readOnly;
    const pressable = target.matches("button, summary, a[href]");
    if (act(event.key, { typing, pressable, choosing })) event.preventDefault();
  };
  root.addEventListener("keydown", listener);
  return () => root.removeEventListener("keydown", listener);
}

/**
 * Tell whether an element is in the reader's sight, soon and then whenever that changes: by scrolling, or by another tab.
 * @param {HTMLElement} element @param {(seen: boolean) => void} tell @returns {() => void} stop telling
 */
export function onSeen(element, tell) {
  let within = false;
  /** @type {boolean | undefined} */
  let seen;
  const check = () => {
    const now = within && !document.hidden;
    if (now !== seen) tell((seen = now));
  };
  const observer = new IntersectionObserver((entries) => {
    within = entries[entries.length - 1].isIntersecting;
    check();
  });
  observer.observe(element);
  document.addEventListener("visibilitychange", check);
  return () => {
    observer.disconnect();
    document.removeEventListener("visibilitychange", check);
  };
}

/** The button that shows and hides the list of keys. @param {boolean} shown @param {string} listId @param {() => void} press */
export function keysButton(shown, listId, press) {
  return make("button", {
    type: "button", class: "lessons-keys", "data-part": "keys", title: "Keys", onclick: press,
    "aria-expanded": String(shown), "aria-controls": listId }, "?", unseen(" Keys"));
}

/**
 * The keys of a widget, as a list.
 * @param {[string, string][]} keys key and what it does @param {string} id @param {boolean} shown
 */
export function keyList(keys, id, shown) {
  const rows = keys.flatMap(([key, does]) => [make("dt", {}, ...key.split(" ").map((k) => make("kbd", {}, k))), make("dd", {}, does)]);
  return make("dl", { class: "lessons-keylist", id, hidden: !shown }, ...rows);
}
