// What travels between the bot and Telegram: the calls of the Bot API, as the bot made them.

import { el } from "./dom.js";
import { preciseWords } from "./time.js";

const KEPT = 400;

export class Inspector {
  #node;
  #list;
  #calls = [];
  #polls = false;
  #empty;
  #shown = false;

  constructor(node, onClose) {
    this.#node = node;
    this.#list = el("ol", { class: "calls", tabindex: "0", "aria-label": "Crides, la més nova a dalt" });
    this.#empty = el("p", { class: "notice", text: "Encara no ha passat res. Les crides del bot sortiran aquí." });
    const polls = el("input", { type: "checkbox", "data-control": "inspector-polls" });
    polls.addEventListener("change", () => {
      this.#polls = polls.checked;
      this.#redraw();
    });
    node.append(
      el(
        "div",
        { class: "inspector-head" },
        el("h2", { text: "Què viatja" }),
        el("button", { type: "button", text: "Buida", "data-control": "inspector-clear", onclick: () => { this.#calls = []; this.#redraw(); } }),
        el("button", { type: "button", text: "Tanca", "data-control": "inspector-close", onclick: onClose }),
      ),
      el("label", { class: "inspector-polls" }, polls, el("span", { text: "Mostra també getUpdates" })),
      this.#empty,
      this.#list,
    );
    this.#redraw();
  }

  show(shown) {
    this.#shown = shown;
    this.#node.hidden = !shown;
    if (shown) {
      this.#redraw();
      this.#list.focus({ preventScroll: true });
    }
  }

  add(event, now) {
    const call = { at: now, ...readCall(event) };
    this.#calls.push(call);
    if (this.#calls.length > KEPT) this.#calls.shift();
    if (!this.#shown || !this.#wanted(call)) return;
    this.#empty.hidden = true;
    this.#list.prepend(callElement(call));
    if (this.#list.children.length > KEPT) this.#list.lastElementChild.remove();
  }

  #wanted(call) {
    return this.#polls || call.method !== "getUpdates";
  }

  #redraw() {
    const wanted = this.#calls.filter((call) => this.#wanted(call));
    this.#empty.hidden = wanted.length > 0;
    this.#list.replaceChildren(...wanted.map(callElement).reverse());
  }
}

function readCall(event) {
  const { type, method, params, parameters, result, response, ok, error, description, ms, ...rest } = event.call ?? event;
  return {
    method: method ?? "?",
    params: params ?? parameters ?? rest,
    result: result ?? response ?? null,
    error: error ?? (ok === false ? (description ?? "error") : null),
    ms,
  };
}

function callElement(call) {
  const summary = el(
    "summary",
    {},
    el("b", { text: call.method }),
    el("span", { class: "call-gist", text: gist(call) }),
    el("span", { class: "call-time", text: preciseWords(call.at) }),
  );
  const details = el("details", {}, summary);
  // The JSON is written out only for whoever opens it.
  details.addEventListener(
    "toggle",
    () => {
      details.append(el("p", { text: "El bot envia" }), el("pre", { text: JSON.stringify(call.params, null, 2) }));
      if (call.error) details.append(el("p", { text: "Telegram respon amb un error" }), el("pre", { text: words(call.error) }));
      else if (call.result !== null) details.append(el("p", { text: "Telegram respon" }), el("pre", { text: words(call.result) }));
    },
    { once: true },
  );
  return el("li", { class: call.error ? "failed" : null }, details);
}

const words = (value) => (typeof value === "string" ? value : JSON.stringify(value, null, 2));

function gist({ params, error }) {
  if (error) return `error: ${typeof error === "string" ? error : (error.description ?? "")}`;
  const { chat_id: chat, text, caption } = params ?? {};
  return [chat ? `xat ${chat}` : null, (text ?? caption)?.replace(/\s+/g, " ").slice(0, 60)].filter(Boolean).join(" · ");
}
