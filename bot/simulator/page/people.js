// Which phones are on the table: as many as fit, side by side; on a narrow screen, one.

import { avatar, el, heard, icon } from "./dom.js";

const PHONE_WIDTH = 328;
const GAP = 20;
const MOST = 4;

export class People {
  #list;
  #stage;
  #onChange;
  #people = [];
  #chosen = [];
  #unread = new Map();
  #room = 1;
  #buttons = new Map();

  constructor(list, stage, onChange) {
    this.#list = list;
    this.#stage = stage;
    this.#onChange = onChange;
    new ResizeObserver(() => this.#measure()).observe(stage);
  }

  // As many phones as there is room for, the most recently chosen first.
  get shown() {
    const fit = new Set(this.#chosen.slice(0, this.#room));
    return this.#people.map((person) => String(person.id)).filter((id) => fit.has(id));
  }

  get room() {
    return this.#room;
  }

  set people(people) {
    this.#people = people;
    const ids = people.map((person) => String(person.id));
    this.#chosen = this.#chosen.filter((id) => ids.includes(id));
    if (!this.#chosen.length) this.#chosen = ids.slice(0, MOST);
    else if (this.#chosen.length < this.#room) {
      // Somebody new takes a free place; nobody is pushed aside for them.
      for (const id of ids) if (!this.#buttons.has(id) && this.#chosen.length < this.#room) this.#chosen.push(id);
    }
    this.#draw();
    this.#onChange();
  }

  setUnread(id, count) {
    if ((this.#unread.get(id) ?? 0) === count) return;
    this.#unread.set(id, count);
    this.#drawButton(id);
  }

  show(id) {
    this.#chosen = [id, ...this.#chosen.filter((each) => each !== id)].slice(0, MOST);
    this.#draw();
    this.#onChange();
    this.#buttons.get(id)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  hide(id) {
    if (this.shown.length < 2) return;
    // Those that did not fit before do not slip into the place that was made free.
    const shown = new Set(this.shown);
    this.#chosen = this.#chosen.filter((each) => each !== id && shown.has(each));
    this.#draw();
    this.#onChange();
  }

  #measure() {
    const room = Math.max(1, Math.min(MOST, Math.floor((this.#stage.clientWidth + GAP) / (PHONE_WIDTH + GAP))));
    if (room === this.#room) return;
    this.#room = room;
    this.#draw();
    this.#onChange();
  }

  #draw() {
    const ids = this.#people.map((person) => String(person.id));
    for (const [id, button] of this.#buttons) {
      if (ids.includes(id)) continue;
      button.parentElement.remove();
      this.#buttons.delete(id);
    }
    for (const person of this.#people) {
      const id = String(person.id);
      if (!this.#buttons.has(id)) {
        const button = el("button", { type: "button", "data-show-person": id, onclick: () => this.#toggle(id) });
        this.#buttons.set(id, button);
        this.#list.append(el("li", {}, button));
      }
      this.#drawButton(id);
    }
  }

  #drawButton(id) {
    const button = this.#buttons.get(id);
    const person = this.#people.find((each) => String(each.id) === id);
    if (!button || !person) return;
    const unread = this.#unread.get(id) ?? 0;
    button.setAttribute("aria-pressed", String(this.shown.includes(id)));
    button.replaceChildren(
      avatar(id, person.name),
      el(
        "span",
        { class: "person-words" },
        el("b", { text: person.name }),
        heard(", "),
        el("span", { class: "person-note", text: [person.note, person.blocked ? "ha blocat el bot" : null].filter(Boolean).join(" · ") }),
      ),
      unread
        ? el("span", { class: "badge" }, el("span", { text: unread }), heard(unread === 1 ? " missatge nou" : " missatges nous"))
        : el("span", { class: "shown-mark" }, icon("check")),
    );
  }

  #toggle(id) {
    if (!this.shown.includes(id)) this.show(id);
    else if (this.#room > 1) this.hide(id);
  }
}
