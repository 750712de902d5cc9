/** The time that is left, ticking by itself in a widget that is drawn anew only when something happens. */

import { clockText, clockWarnings, leftSeconds, timeWords } from "./clock.js";
import { make, unseen } from "./dom.js";

/** @typedef {import("./clock.js").Clock} Clock */
/**
 * @typedef {object} Timer
 * @property {HTMLElement} element to be put into the widget's head, again whenever that is drawn anew; hidden where there is no limit
 * @property {() => void} update to be called when the clock was run, paused or exchanged
 * @property {() => void} close stop ticking for good
 */

/**
 * Show a widget's clock, second by second while it runs. A screen reader is not told each second; it reads words where the timer stands.
 * @param {() => Clock} clockOf the clock as it is now
 * @param {{warn?: (text: string) => void, up?: () => void, pause?: () => void, upText?: string, now?: () => number}} [on]
 *   `warn` gets each warning once, to say it; `up` is called when the time runs out while the timer is there, not where it had run out
 *   before; with `pause` there is a button that calls it; `upText` is what is shown and said when the time is up.
 * @returns {Timer}
 */
export function openTimer(clockOf, { warn, up, pause, upText = "Time is up.", now = Date.now } = {}) {
  const shown = make("span", { class: "lessons-time-left", "aria-hidden": "true" });
  const words = unseen("");
  const button = pause ? make("button", { type: "button", class: "lessons-small", "data-part": "pause", onclick: pause }, "Pause") : null;
  const element = make("div", { class: "lessons-time" },
    make("div", { class: "lessons-timer", role: "timer", "aria-live": "off" }, shown, words), button);
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let ticking;
  let [seen, told] = [clockOf(), now()]; // the clock and the time up to which warnings were given

  function write() {
    const left = leftSeconds(seen, told);
    element.hidden = left === null;
    shown.textContent = left ? `${clockText(left)} left` : upText;
    words.textContent = left ? `${timeWords(left)} left` : upText;
    element.classList.toggle("is-up", !left);
    const isOver = !left && !button?.matches(":focus"); // one that has the focus would lose it
    button?.toggleAttribute("hidden", seen.since === null || isOver);
  }

  function stop() {
    clearInterval(ticking);
    ticking = undefined;
  }

  function update() {
    const at = now();
    const warnings = clockWarnings(seen, told, at); // by the clock as it was: a mark passed just before a pause is not lost
    const isUp = warnings.length > 0 && !leftSeconds(seen, at);
    [seen, told] = [clockOf(), at];
    write();
    const runs = seen.since !== null && seen.limit !== null;
    if (!runs) stop();
    else ticking ??= setInterval(update, 1000);
    for (const text of warnings) warn?.(isUp ? upText : text);
    if (isUp) up?.();
  }

  update();
  return { element, update, close: stop };
}

/**
 * What stands in the question's place while a learner pauses, so that nobody reads on outside the time.
 * @param {number | null} left seconds @param {() => void} resume
 */
export function pausedPanel(left, resume) {
  const words = `${left ? `${timeWords(left)} left. ` : ""}The question waits for you.`;
  return make("div", { class: "lessons-paused" },
    make("p", { class: "lessons-paused-title" }, "Paused"),
    make("p", { class: "lessons-paused-words" }, words),
    make("button", { type: "button", class: "lessons-button lessons-primary", "data-part": "resume", onclick: resume }, "Resume"));
}
