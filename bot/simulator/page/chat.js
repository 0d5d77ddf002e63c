// One conversation of one person: the log, what is pinned, the composer.

import { Composer } from "./composer.js";
import { el, heard, icon } from "./dom.js";
import { showAlert, showMenu } from "./menu.js";
import { messageElement, updateElement } from "./message.js";
import { Follow } from "./scroll.js";
import { server } from "./server.js";
import { attempt, copyText } from "./status.js";
import { excerpt, startPayload, toggleQuote } from "./text.js";
import { dayKey, dayWords } from "./time.js";

// Buttons and links of these many latest messages are stops of the Tab key; older ones become so when their
// message is reached with the arrows. Otherwise a long conversation would be hundreds of stops.
const TABBABLE = 4;
const PRESS_PATIENCE = 15000;
const TOAST_TIME = 5000;

export class Chat {
  #store;
  #person;
  #id;
  #prefix;
  #context;
  #log;
  #content;
  #pinned;
  #follow;
  #toast;
  #toastTimer;
  #openLink;
  #nodes = new Map();
  #shown = new Map();
  #latest = [];
  #reached = null;
  #mounted = false;
  #place = 0;
  #unread = 0;

  constructor({ store, person, chat, onUnread, openLink }) {
    this.#store = store;
    this.#person = person;
    this.#id = String(chat.id);
    this.#prefix = `p${person.id}-c${chat.id}`.replace(/[^\w-]/g, "_");
    this.#openLink = openLink;

    const label = chat.kind === "private" ? person.name : `${person.name}, ${chat.title}`;
    this.#content = el("div", { class: "log-content" });
    this.#log = el("div", { class: "log", role: "log", "aria-live": "off", "aria-label": `Conversa: ${label}`, tabindex: "0" }, this.#content);
    this.#follow = new Follow(this.#log, this.#content, (unread) => onUnread(this, unread));
    this.#toast = el("div", { class: "toast", role: "status" });
    this.#pinned = el("button", { type: "button", class: "pinned", hidden: true, onclick: () => this.#jump(this.#chat.pinned) });
    this.composer = new Composer(this.#prefix, `Missatge: ${label}`, {
      send: (text, replyTo) => this.#send(text, replyTo),
      edit: (message, text) => attempt(() => server.edit(person.id, this.#chat.id, message.id, text)),
      attach: (kind) => attempt(() => server.attach(person.id, this.#chat.id, kind)),
      start: () => attempt(() => server.start(person.id, "")),
      unblock: () => this.setBlocked(false),
      lastOwn: () => this.#lastOwn(),
      nameOf: (from) => this.#nameOf(from),
    });
    const welcome = el(
      "div",
      { class: "welcome" },
      el("b", { text: store.bot.description ? "Què sap fer aquest bot?" : "Encara no hi ha cap missatge" }),
      store.bot.description ? el("span", { text: store.bot.description }) : null,
      el("span", { text: "Toqueu «Inicia» per parlar amb el bot com aquesta persona." }),
    );
    this.node = el(
      "div",
      { class: "chat", "data-chat": chat.id },
      this.#pinned,
      el("div", { class: "log-frame" }, this.#log, welcome, this.#follow.button, this.#toast),
      this.composer.node,
    );
    this.#log.addEventListener("click", (event) => this.#onClick(event));
    this.#log.addEventListener("keydown", (event) => this.#onKey(event));
    this.#log.addEventListener("focusin", (event) => this.#reach(event.target.closest(".message")));
    this.#log.addEventListener("contextmenu", (event) => this.#onContextMenu(event));
    this.onUnread = onUnread;
  }

  get #chat() {
    return this.#store.chat(this.#id);
  }

  get id() {
    return this.#id;
  }

  // The messages are built when the chat is first seen: phones that nobody looks at cost nothing.
  mount() {
    if (this.#mounted) return;
    this.#mounted = true;
    this.#unread = 0;
    this.refresh();
    this.#follow.toEnd();
    // What was there already is not news: the log speaks from now on.
    setTimeout(() => this.#log.setAttribute("aria-live", "polite"), 300);
  }

  // A chat that is not open is taken off the page, and an element off the page forgets where it was scrolled to.
  leave() {
    this.#place = this.#log.scrollTop;
  }

  back() {
    this.#follow.backTo(this.#place);
  }

  // Brings the page to what the store knows, touching only what differs.
  refresh() {
    const chat = this.#chat;
    if (!chat || !this.#mounted) return;
    this.#context = {
      person: this.#person, bot: this.#store.bot, chat, prefix: this.#prefix, nameOf: (from) => this.#nameOf(from),
    };
    for (const id of this.#nodes.keys()) if (!chat.messages.has(id)) this.remove(id);
    for (const message of chat.messages.values()) this.put(message, false);
    this.showCommands();
    this.showPinned();
    this.showMode();
  }

  put(message, news = true) {
    const id = String(message.id);
    const node = this.#nodes.get(id);
    const own = String(message.from) === String(this.#person.id);
    if (!this.#mounted) {
      if (news && !own && !node) this.onUnread(this, (this.#unread += 1));
      return;
    }
    if (node) {
      const before = this.#shown.get(id);
      if (before === message || JSON.stringify(before) === JSON.stringify(message)) return;
      updateElement(node, before, message, this.#context);
      this.#shown.set(id, message);
      this.#setTabbable(node, this.#latest.includes(node) || node === this.#reached);
      if (String(this.#chat.pinned) === id) this.showPinned();
      return;
    }
    const fresh = messageElement(message, this.#context);
    if (news) fresh.classList.add("arriving");
    this.#nodes.set(id, fresh);
    this.#shown.set(id, message);
    this.#day(message.date).append(fresh);
    this.#setTabbable(fresh, false);
    this.#becomeLatest(fresh);
    if (news) this.#follow.grew(own);
    if (news && this.#nodes.size === 1) this.showMode();
    if (String(this.#chat.pinned) === id) this.showPinned();
  }

  remove(id) {
    const node = this.#nodes.get(id);
    if (!node) return;
    const day = node.parentElement;
    if (node.contains(document.activeElement)) this.#log.focus({ preventScroll: true });
    node.remove();
    if (!day.querySelector(".message")) day.remove();
    this.#nodes.delete(id);
    this.#shown.delete(id);
    this.#latest = this.#latest.filter((each) => each !== node);
    if (this.#reached === node) this.#reached = null;
    this.composer.forget(id);
    this.showPinned();
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

  #becomeLatest(node) {
    this.#latest.push(node);
    this.#setTabbable(node, true);
    while (this.#latest.length > TABBABLE) {
      const old = this.#latest.shift();
      if (old !== this.#reached) this.#setTabbable(old, false);
    }
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

  showCommands() {
    this.composer.commands = this.#chat?.commands ?? [];
  }

  showPinned() {
    const id = this.#chat?.pinned;
    const message = id === null || id === undefined ? null : this.#chat.messages.get(String(id));
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
    this.node.classList.toggle("untouched", privately && !this.#chat.messages.size);
    this.composer.mode = privately && person.blocked ? "blocked" : privately && !this.#chat.messages.size ? "start" : "write";
  }

  showAnswer({ id, text, alert }) {
    for (const button of this.#nodes.get(String(id))?.querySelectorAll(".waiting") ?? []) this.#settle(button);
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

  #lastOwn() {
    return [...this.#chat.messages.values()].reverse().find((message) => this.#canEdit(message));
  }

  #jump(id) {
    const node = this.#nodes.get(String(id));
    if (!node) return;
    node.scrollIntoView({ block: node.offsetHeight < this.#log.clientHeight * 0.7 ? "center" : "start" });
    node.focus({ preventScroll: true });
    node.classList.remove("found");
    // Reading a size lets the animation begin again.
    void node.offsetWidth;
    node.classList.add("found");
  }

  #onClick(event) {
    const target = event.target.closest("button, a, .spoiler");
    if (!target) return;
    if (target.matches("[data-button]")) this.#press(target);
    else if (target.matches("[data-unfold]")) toggleQuote(target);
    else if (target.matches("[data-jump]")) this.#jump(target.dataset.jump);
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
      setTimeout(() => this.#settle(button), PRESS_PATIENCE);
      const message = this.#chat.messages.get(button.closest(".message").dataset.message);
      const done = await attempt(() => server.press(this.#person.id, this.#chat.id, message.id, press));
      if (!done) this.#settle(button);
    }
  }

  #settle(button) {
    button.classList.remove("waiting");
    button.removeAttribute("aria-busy");
  }

  #onKey(event) {
    const message = event.target.closest(".message");
    if (event.key === "Escape" && message) {
      if (event.target === message) this.composer.focus();
      else message.focus();
    } else if (event.target.matches(".spoiler") && (event.key === "Enter" || event.key === " ")) {
      reveal(event.target);
    } else if (message && (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey))) {
      this.#openActions(message, message);
    } else if (event.target !== this.#log && event.target !== message) {
      return;
    } else if (event.key === "Enter" && message) {
      this.#openActions(message, message);
    } else {
      const all = [...this.#nodes.values()];
      const at = all.indexOf(message);
      const next = {
        ArrowUp: message ? all[at - 1] : all.at(-1),
        ArrowDown: all[at + 1],
        Home: all[0],
        End: all.at(-1),
      }[event.key];
      if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
    }
    event.preventDefault();
  }

  #onContextMenu(event) {
    const message = event.target.closest(".message");
    // A link and a selection keep the browser's own menu.
    if (!message || event.target.closest("a, img") || String(getSelection())) return;
    event.preventDefault();
    const { clientX: x, clientY: y } = event;
    const at = x || y ? { left: x, right: x, top: y, bottom: y } : null;
    this.#openActions(message, message, at);
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

function reveal(spoiler) {
  spoiler.classList.remove("spoiler");
  spoiler.removeAttribute("role");
  spoiler.removeAttribute("aria-label");
  spoiler.removeAttribute("tabindex");
}
