// A conversation stays at its end unless the reader has scrolled up; then a button counts what has come since.

import { el, icon } from "./dom.js";

const NEAR = 32;

export class Follow {
  #scroller;
  #following = true;
  #unread = 0;
  #top = 0;
  #count;
  #onUnread;
  button;

  constructor(scroller, content, onUnread) {
    this.#scroller = scroller;
    this.#onUnread = onUnread;
    this.#count = el("span", { class: "down-count" });
    this.button = el(
      "button",
      { type: "button", class: "down", "data-down": true, hidden: true, onclick: () => this.toEnd(true) },
      this.#count,
      el("span", { class: "down-word", text: "Baixa" }),
      icon("down"),
    );
    scroller.addEventListener("scroll", () => this.#look(), { passive: true });
    // Pictures that load, a keyboard that opens, a phone that is shown again: the end moves without a message.
    const sizes = new ResizeObserver(() => this.#following && this.#jump());
    sizes.observe(scroller);
    sizes.observe(content);
  }

  get #seen() {
    return this.#scroller.clientHeight > 0;
  }

  #look() {
    if (!this.#seen) return;
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    // Only a reader's move upwards stops the following: content that grows is no such move.
    if (scrollHeight - clientHeight - scrollTop < NEAR) this.#following = true;
    else if (scrollTop < this.#top) this.#following = false;
    this.#top = scrollTop;
    if (this.#following) this.#unread = 0;
    this.#show();
  }

  #jump() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    if (this.#seen && this.#unread) {
      this.#unread = 0;
      this.#show();
    }
  }

  // A message has been added below.
  grew(own) {
    if (own) this.#following = true;
    else if (!this.#following || !this.#seen) this.#unread += 1;
    if (this.#following) this.#jump();
    this.#show();
  }

  backTo(place) {
    if (this.#following) this.#jump();
    else this.#scroller.scrollTop = this.#top = place;
  }

  toEnd(moved = false) {
    this.#following = true;
    this.#unread = 0;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const near = this.#scroller.scrollHeight - this.#scroller.scrollTop < 4 * this.#scroller.clientHeight;
    if (moved && near && !calm) this.#scroller.scrollTo({ top: this.#scroller.scrollHeight, behavior: "smooth" });
    else this.#jump();
    this.#show();
    if (moved) this.#scroller.focus({ preventScroll: true });
  }

  #show() {
    this.button.hidden = this.#following;
    this.#count.textContent = this.#unread ? `${this.#unread}` : "";
    this.button.setAttribute(
      "aria-label",
      this.#unread ? `Baixa: ${this.#unread} ${this.#unread === 1 ? "missatge nou" : "missatges nous"}` : "Baixa fins al final",
    );
    this.#onUnread(this.#unread);
  }
}
