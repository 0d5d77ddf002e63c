// The messages of one conversation on the page: added below, changed in place, found, walked through with the keys.

import { el } from "./dom.js";
import { messageElement, updateElement } from "./message.js";
import { Follow } from "./scroll.js";
import { dayKey, dayWords } from "./time.js";

// Buttons and links of these many latest messages are stops of the Tab key; older ones become so when their
// message is reached with the arrows. Otherwise a long conversation would be hundreds of stops.
const TABBABLE = 4;

export class Log {
  #content = el("div", { class: "log-content" });
  #nodes = new Map();
  #shown = new Map();
  #latest = [];
  #reached = null;
  #place = 0;

  constructor(label, onUnread) {
    this.node = el("div", { class: "log", role: "log", "aria-live": "off", "aria-label": label, tabindex: "0" }, this.#content);
    this.follow = new Follow(this.node, this.#content, onUnread);
    this.node.addEventListener("focusin", (event) => this.#reach(event.target.closest(".message")));
  }

  get ids() {
    return [...this.#nodes.keys()];
  }

  get size() {
    return this.#nodes.size;
  }

  find(id) {
    return this.#nodes.get(String(id));
  }

  // What was there already is not news: the log speaks from now on.
  speak() {
    this.node.setAttribute("aria-live", "polite");
  }

  // Adds a message or brings it up to date; context is that of messageElement.
  put(message, context, news) {
    const id = String(message.id);
    const node = this.#nodes.get(id);
    if (node) this.#update(node, message, context);
    else this.#add(id, message, context, news);
  }

  #add(id, message, context, news) {
    const node = messageElement(message, context);
    this.#nodes.set(id, node);
    this.#shown.set(id, message);
    this.#day(message.date).append(node);
    this.#setTabbable(node, true);
    this.#latest.push(node);
    while (this.#latest.length > TABBABLE) {
      const old = this.#latest.shift();
      if (old !== this.#reached) this.#setTabbable(old, false);
    }
    if (!news) return;
    node.classList.add("arriving");
    this.follow.grew(node.classList.contains("own"));
  }

  #update(node, message, context) {
    const id = String(message.id);
    const before = this.#shown.get(id);
    if (before === message || JSON.stringify(before) === JSON.stringify(message)) return;
    updateElement(node, before, message, context);
    this.#shown.set(id, message);
    this.#setTabbable(node, this.#latest.includes(node) || node === this.#reached);
  }

  remove(id) {
    const node = this.#nodes.get(id);
    if (!node) return;
    const day = node.parentElement;
    if (node.contains(document.activeElement)) this.node.focus({ preventScroll: true });
    node.remove();
    if (!day.querySelector(".message")) day.remove();
    this.#nodes.delete(id);
    this.#shown.delete(id);
    this.#latest = this.#latest.filter((each) => each !== node);
    if (this.#reached === node) this.#reached = null;
  }

  #day(date) {
    const instant = Date.parse(date);
    const key = dayKey(instant);
    const last = this.#content.lastElementChild;
    if (last?.dataset.day === key) return last;
    const section = el("div", { class: "day", "data-day": key }, el("p", { class: "day-name" }, el("span", { text: dayWords(instant) })));
    this.#content.append(section);
    return section;
  }

  #setTabbable(node, tabbable) {
    for (const stop of node.querySelectorAll("a, button:not(.actions), .spoiler")) stop.tabIndex = tabbable ? 0 : -1;
  }

  #reach(node) {
    if (node === this.#reached) return;
    const old = this.#reached;
    this.#reached = node;
    if (old && !this.#latest.includes(old)) this.#setTabbable(old, false);
    if (node) this.#setTabbable(node, true);
  }

  // To the message that is pinned or answered, wherever it is.
  jump(id) {
    const node = this.find(id);
    if (!node) return;
    node.scrollIntoView({ block: node.offsetHeight < this.node.clientHeight * 0.7 ? "center" : "start" });
    node.focus({ preventScroll: true });
    node.classList.remove("found");
    // Reading a size lets the animation begin again.
    void node.offsetWidth;
    node.classList.add("found");
  }

  // From message to message; says whether the key was one of these.
  walk(event, from) {
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    const all = [...this.#nodes.values()];
    const at = all.indexOf(from);
    const next = {
      ArrowUp: from ? all[at - 1] : all.at(-1),
      ArrowDown: all[at + 1],
      Home: all[0],
      End: all.at(-1),
    }[event.key];
    if (!next) return false;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    return true;
  }

  // A log that is taken off the page forgets where it was scrolled to.
  leave() {
    this.#place = this.node.scrollTop;
  }

  back() {
    this.follow.backTo(this.#place);
  }
}
