// What travels between the bot and Telegram: the calls of the Bot API, as the server saw them pass.

import { el } from "./dom.js";
import { server } from "./server.js";
import { preciseWords } from "./time.js";

const KEPT = 400;

// What each call does, for those who do not know the Bot API by heart.
const MEANINGS = {
  answerCallbackQuery: "diu que ha rebut el botó",
  deleteMessage: "esborra un missatge",
  deleteWebhook: "deixa de rebre per webhook",
  editMessageCaption: "canvia un peu",
  editMessageReplyMarkup: "canvia els botons d'un missatge",
  editMessageText: "canvia un missatge",
  getFile: "demana un fitxer",
  getMe: "pregunta qui és",
  getUpdates: "rep què ha fet la gent",
  pinChatMessage: "fixa un missatge",
  sendChatAction: "avisa que escriu",
  sendDocument: "envia un document",
  sendMessage: "envia un missatge",
  sendPhoto: "envia una foto",
  setMyCommands: "posa les ordres del menú",
  setMyDescription: "posa la descripció",
  setWebhook: "demana rebre per webhook",
};

// Telegram reads the names of methods in any case, and so do we.
const NAMES = new Map(Object.keys(MEANINGS).map((name) => [name.toLowerCase(), name]));

export class Inspector {
  #node;
  #store;
  #list;
  #empty;
  #calls = [];
  #shown = false;

  constructor(node, store, onClose) {
    this.#node = node;
    this.#store = store;
    this.#list = el("ol", { class: "calls", tabindex: "0", "aria-label": "Crides, la més nova a dalt" });
    this.#empty = el("p", { class: "notice", text: "Encara no ha passat res. Les crides del bot sortiran aquí." });
    const log = el("pre", { class: "bot-log", tabindex: "0", "aria-label": "Últimes línies del bot" });
    const logPart = el("details", { class: "bot-log-part" }, el("summary", { text: "Últimes línies que ha escrit el bot" }), log);
    logPart.addEventListener("toggle", () => logPart.open && showLog(log));
    node.append(
      el(
        "div",
        { class: "inspector-head" },
        el("h2", { text: "Què viatja" }),
        el("button", { type: "button", text: "Buida", "data-control": "inspector-clear", onclick: () => this.#clear() }),
        el("button", { type: "button", text: "Tanca", "data-control": "inspector-close", onclick: onClose }),
      ),
      this.#empty,
      this.#list,
      logPart,
    );
  }

  show(shown) {
    this.#shown = shown;
    this.#node.hidden = !shown;
    if (!shown) return;
    this.#list.replaceChildren(...this.#calls.map((call) => this.#row(call)).reverse());
    this.#empty.hidden = this.#calls.length > 0;
  }

  focus() {
    this.#list.focus();
  }

  add(call) {
    this.#calls.push({ ...call, at: this.#store.now() });
    if (this.#calls.length > KEPT) this.#calls.shift();
    if (!this.#shown) return;
    this.#empty.hidden = true;
    this.#list.prepend(this.#row(this.#calls.at(-1)));
    if (this.#list.children.length > KEPT) this.#list.lastElementChild.remove();
  }

  #clear() {
    this.#calls = [];
    this.show(true);
  }

  #row({ method, ok, status, ms, chat, summary, at }) {
    const place = chat ? (this.#store.person(chat)?.name ?? this.#store.chat(chat)?.title ?? `xat ${chat}`) : null;
    const name = NAMES.get(method.toLowerCase()) ?? method;
    const outcome = ok ? null : status ? `error ${status}` : "sense resposta";
    const time = `${preciseWords(at)} · ${Number(ms).toLocaleString("ca", { maximumFractionDigits: ms < 10 ? 1 : 0 })} ms`;
    return el(
      "li",
      { class: ok ? null : "failed", "data-call": name },
      el("span", { class: "call-method" }, el("b", { text: name }), el("span", { text: MEANINGS[name] ?? "" })),
      el("span", { class: "call-time", text: time }),
      el("span", { class: "call-gist", text: [outcome, place, summaryWords(summary)].filter(Boolean).join(" · ") }),
    );
  }
}

function summaryWords(summary) {
  const updates = /^(\d+) updates?$/.exec(summary ?? "");
  if (updates) return updates[1] === "1" ? "1 novetat" : `${updates[1]} novetats`;
  return (summary ?? "").replace(/<[^>]*(>|$)/g, "").replace(/\s+/g, " ");
}

async function showLog(node) {
  try {
    const { log } = await server.botLog();
    node.textContent = log.length ? log.join("\n") : "El bot no ha escrit res.";
  } catch (error) {
    node.textContent = error.message;
  }
  node.scrollTop = node.scrollHeight;
}
