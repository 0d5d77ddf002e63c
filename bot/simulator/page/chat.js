// One conversation of one person: its log, what is pinned, the composer, and what a touch on a message does.

import { Composer } from "./composer.js";
import { el, heard, icon } from "./dom.js";
import { Log } from "./log.js";
import { showAlert, showMenu } from "./menu.js";
import { server } from "./server.js";
import { attempt, copyText } from "./status.js";
import { excerpt, startPayload, toggleQuote } from "./text.js";

const PRESS_PATIENCE = 15000;
const TOAST_TIME = 5000;

export class Chat {
  #store;
  #person;
  #id;
  #prefix;
  #log;
  #pinned;
  #toast;
  #toastTimer;
  #openLink;
  #onUnread;
  #context = null;
  #unread = 0;

  constructor({ store, person, chat, onUnread, openLink }) {
    this.#store = store;
    this.#person = person;
    this.#id = String(chat.id);
    this.#prefix = `p${person.id}-c${chat.id}`.replace(/[^\w-]/g, "_");
    this.#openLink = openLink;
    this.#onUnread = onUnread;

    const label = chat.kind === "private" ? person.name : `${person.name}, ${chat.title}`;
    this.#log = new Log(`Conversa: ${label}`, (unread) => onUnread(this, unread));
    this.#toast = el("div", { class: "toast", role: "status" });
    this.#pinned = el("button", { type: "button", class: "pinned", hidden: true, onclick: () => this.#log.jump(this.#chat.pinned) });
    this.composer = new Composer(this.#prefix, `Missatge: ${label}`, {
      send: (text, replyTo) => this.#send(text, replyTo),
      edit: (message, text) => attempt(() => server.edit(person.id, this.#chat.id, message.id, text)),
      attach: (kind) => attempt(() => server.attach(person.id, this.#chat.id, kind)),
      start: () => attempt(() => server.start(person.id, "")),
      unblock: () => this.setBlocked(false),
      lastOwn: () => [...this.#chat.messages.values()].reverse().find((message) => this.#canEdit(message)),
      nameOf: (from) => this.#nameOf(from),
    });
    this.node = el(
      "div",
      { class: "chat", "data-chat": chat.id },
      this.#pinned,
      el("div", { class: "log-frame" }, this.#log.node, welcome(store.bot.description), this.#log.follow.button, this.#toast),
      this.composer.node,
    );
    this.#log.node.addEventListener("click", (event) => this.#onClick(event));
    this.#log.node.addEventListener("keydown", (event) => this.#onKey(event));
    this.#log.node.addEventListener("contextmenu", (event) => this.#onContextMenu(event));
  }

  get #chat() {
    return this.#store.chat(this.#id);
  }

  get #mounted() {
    return this.#context !== null;
  }

  get id() {
    return this.#id;
  }

  // The messages are built when the chat is first seen: phones that nobody looks at cost nothing.
  mount() {
    if (this.#mounted) return;
    this.#unread = 0;
    this.#context = { person: this.#person, prefix: this.#prefix, nameOf: (from) => this.#nameOf(from) };
    this.refresh();
    this.#log.follow.toEnd();
    setTimeout(() => this.#log.speak(), 300);
  }

  leave() {
    this.#log.leave();
  }

  back() {
    this.#log.back();
  }

  // Brings the page to what the store knows, touching only what differs.
  refresh() {
    const chat = this.#chat;
    if (!chat || !this.#mounted) return;
    this.#context = { ...this.#context, bot: this.#store.bot, chat };
    for (const id of this.#log.ids) if (!chat.messages.has(id)) this.remove(id);
    for (const message of chat.messages.values()) this.#log.put(message, this.#context, false);
    this.showCommands();
    this.showPinned();
    this.showMode();
  }

  put(message, news) {
    if (!this.#mounted) {
      if (news && !this.#isOwn(message)) this.#onUnread(this, (this.#unread += 1));
      return;
    }
    this.#log.put(message, this.#context, news);
    if (this.#log.size === 1) this.showMode();
    if (String(this.#chat.pinned) === String(message.id)) this.showPinned();
  }

  remove(id) {
    this.#log.remove(id);
    this.composer.forget(id);
    this.showPinned();
  }

  showCommands() {
    this.composer.commands = this.#chat?.commands ?? [];
  }

  showPinned() {
    const message = this.#chat?.messages.get(String(this.#chat.pinned));
    this.#pinned.hidden = !message;
    this.#pinned.replaceChildren();
    if (!message) return;
    this.#pinned.append(
      icon("pin"),
      el("span", { class: "pinned-words" }, el("b", { text: "Missatge fixat" }), heard(": "), el("span", { text: excerpt(message) })),
    );
  }

  showMode() {
    const person = this.#store.person(this.#person.id) ?? this.#person;
    const privately = this.#chat?.kind === "private";
    const untouched = privately && !this.#chat.messages.size;
    this.node.classList.toggle("untouched", untouched);
    this.composer.mode = privately && person.blocked ? "blocked" : untouched ? "start" : "write";
  }

  showAnswer({ id, text, alert }) {
    for (const button of this.#log.find(id)?.querySelectorAll(".waiting") ?? []) settle(button);
    if (!text) return;
    if (alert) showAlert(this.#store.bot.name, text);
    else this.say(text);
  }

  say(text) {
    clearTimeout(this.#toastTimer);
    this.#toast.replaceChildren(el("span", { text }));
    this.#toastTimer = setTimeout(() => this.#toast.replaceChildren(), TOAST_TIME);
  }

  setBlocked(blocked) {
    const { id } = this.#person;
    return attempt(() => (blocked ? server.block(id) : server.unblock(id)));
  }

  #nameOf(from) {
    return from === "bot" ? this.#store.bot.name : (this.#store.person(from)?.name ?? "Una altra persona");
  }

  #send(text, replyTo) {
    return attempt(() => server.send(this.#person.id, this.#chat.id, text, replyTo));
  }

  #isOwn(message) {
    return String(message.from) === String(this.#person.id);
  }

  #canEdit(message) {
    return this.#isOwn(message) && Boolean(message.text) && !message.attachment;
  }

  #onClick(event) {
    const target = event.target.closest("button, a, .spoiler");
    if (!target) return;
    if (target.matches("[data-button]")) this.#press(target);
    else if (target.matches("[data-unfold]")) toggleQuote(target);
    else if (target.matches("[data-jump]")) this.#log.jump(target.dataset.jump);
    else if (target.matches("[data-command]")) this.#send(target.dataset.command);
    else if (target.matches("[data-actions]")) this.#openActions(target.closest(".message"), target);
    else if (target.matches(".spoiler")) reveal(target);
    else if (target.matches("[data-start]")) {
      event.preventDefault();
      this.#openLink(target.href, target.dataset.start);
    }
  }

  async #press(button) {
    const { copy, url, press } = button.dataset;
    if (copy !== undefined) {
      this.say((await copyText(copy)) ? `S'ha copiat: ${copy}` : `No s'ha pogut copiar: ${copy}`);
    } else if (url !== undefined) {
      const payload = startPayload(url, this.#store.bot.username);
      if (payload !== null) this.#openLink(url, payload);
      else if (/^https?:/i.test(url)) window.open(url, "_blank", "noopener");
    } else if (!button.classList.contains("waiting")) {
      button.classList.add("waiting");
      button.setAttribute("aria-busy", "true");
      setTimeout(() => settle(button), PRESS_PATIENCE);
      const message = this.#chat.messages.get(button.closest(".message").dataset.message);
      const done = await attempt(() => server.press(this.#person.id, this.#chat.id, message.id, press));
      if (!done) settle(button);
    }
  }

  #onKey(event) {
    const message = event.target.closest(".message");
    const onMessage = message && event.target === message;
    if (event.key === "Escape" && message) {
      if (onMessage) this.composer.focus();
      else message.focus();
    } else if (event.target.matches(".spoiler") && (event.key === "Enter" || event.key === " ")) {
      reveal(event.target);
    } else if (message && (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey))) {
      this.#openActions(message, message);
    } else if (onMessage && event.key === "Enter") {
      this.#openActions(message, message);
    } else if (!(onMessage || event.target === this.#log.node) || !this.#log.walk(event, message)) {
      return;
    }
    event.preventDefault();
  }

  #onContextMenu(event) {
    const message = event.target.closest(".message");
    // A link and a selection keep the browser's own menu.
    if (!message || event.target.closest("a, img") || String(getSelection())) return;
    event.preventDefault();
    const { clientX: x, clientY: y } = event;
    this.#openActions(message, message, x || y ? { left: x, right: x, top: y, bottom: y } : null);
  }

  #openActions(node, anchor, at = null) {
    const message = this.#chat.messages.get(node.dataset.message);
    const items = [{ label: "Respon", icon: "reply", name: "reply", action: () => this.composer.replyTo(message) }];
    if (this.#canEdit(message)) {
      items.push({ label: "Edita", icon: "edit", name: "edit", action: () => this.composer.edit(message) });
    }
    if (message.text) {
      items.push({
        label: "Copia el text", icon: "copy", name: "copy-text",
        action: async () => this.say((await copyText(message.text)) ? "S'ha copiat el text." : "No s'ha pogut copiar el text."),
      });
    }
    const place = at ?? (anchor === node ? node.querySelector(".bubble").getBoundingClientRect() : null);
    showMenu(anchor, "Accions del missatge", items, { at: place, focusBack: node });
  }
}

function welcome(description) {
  return el(
    "div",
    { class: "welcome" },
    el("b", { text: description ? "Què sap fer aquest bot?" : "Encara no hi ha cap missatge" }),
    description ? el("span", { text: description }) : null,
    el("span", { text: "Toqueu «Inicia» per parlar amb el bot com aquesta persona." }),
  );
}

function settle(button) {
  button.classList.remove("waiting");
  button.removeAttribute("aria-busy");
}

function reveal(spoiler) {
  spoiler.classList.remove("spoiler");
  for (const name of ["role", "aria-label", "tabindex"]) spoiler.removeAttribute(name);
}
