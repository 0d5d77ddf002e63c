// One person's phone: whose it is, which of their chats is open, and that chat.

import { Chat } from "./chat.js";
import { avatar, el, icon } from "./dom.js";
import { showMenu } from "./menu.js";

export class Phone {
  #store;
  #chats = new Map();
  #open = null;
  #tabs;
  #body;
  #title;
  #state;
  #owner;
  #unread = new Map();
  #onUnread;
  #onHide;
  #openLink;

  constructor({ store, person, onUnread, onHide, openLink }) {
    this.#store = store;
    this.id = String(person.id);
    this.#onUnread = onUnread;
    this.#onHide = onHide;
    this.#openLink = openLink;
    this.#title = el("b", { class: "chat-title" });
    this.#state = el("span", { class: "chat-state", "data-chat-state": true });
    this.#tabs = el("div", { class: "chat-tabs", role: "group", "aria-label": "Xats", hidden: true });
    this.#body = el("div", { class: "device-body" });
    this.#owner = el("header", { class: "phone-owner" });
    const more = el("button", { type: "button", class: "round", "aria-haspopup": "menu", "data-control": "phone-menu", onclick: () => this.#openMenu(more) }, icon("more"));
    this.more = more;
    this.node = el(
      "section",
      { class: "phone", "data-person": person.id, hidden: true },
      this.#owner,
      el(
        "div",
        { class: "device" },
        el(
          "div",
          { class: "chat-head" },
          el("span", { class: "avatar bot-avatar", "aria-hidden": "true", text: store.bot.name.slice(0, 2).toLocaleUpperCase("ca") }),
          el("div", { class: "chat-names" }, this.#title, this.#state),
          more,
        ),
        this.#tabs,
        this.#body,
      ),
    );
    this.refresh();
  }

  get #person() {
    return this.#store.person(this.id);
  }

  get shown() {
    return !this.node.hidden;
  }

  show(shown) {
    this.node.hidden = !shown;
    if (shown) this.#open?.mount();
  }

  refresh() {
    const person = this.#person;
    if (!person) return;
    this.node.setAttribute("aria-label", ["Telèfon: " + person.name, person.note].filter(Boolean).join(", "));
    this.more.setAttribute("aria-label", `Opcions del telèfon: ${person.name}`);
    this.#owner.replaceChildren(
      avatar(person.id, person.name),
      el("span", { class: "person-words" }, el("b", { text: person.name }), person.note ? el("span", { text: person.note }) : null),
    );
    const ids = person.chats.map(String).filter((id) => this.#store.chat(id));
    for (const [id, chat] of this.#chats) if (!ids.includes(id)) this.#drop(chat);
    for (const id of ids) if (!this.#chats.has(id)) this.#add(person, this.#store.chat(id));
    for (const chat of this.#chats.values()) chat.refresh();
    this.#drawTabs();
    this.drawHead();
  }

  #add(person, data) {
    const chat = new Chat({
      store: this.#store, person, chat: data, openLink: this.#openLink,
      onUnread: (which, count) => this.#countUnread(which, count),
    });
    this.#chats.set(chat.id, chat);
    chat.showMode();
    if (!this.#open) this.openChat(chat.id);
  }

  #drop(chat) {
    this.#countUnread(chat, 0);
    this.#chats.delete(chat.id);
    chat.node.remove();
    if (this.#open !== chat) return;
    this.#open = null;
    this.openChat(this.#chats.keys().next().value);
  }

  openChat(id) {
    const chat = this.#chats.get(String(id));
    if (!chat || chat === this.#open) return;
    this.#open?.leave();
    this.#open = chat;
    this.#body.replaceChildren(chat.node);
    chat.back();
    if (this.shown) chat.mount();
    this.#drawTabs();
    this.drawHead();
  }

  #countUnread(chat, count) {
    if ((this.#unread.get(chat.id) ?? 0) === count) return;
    this.#unread.set(chat.id, count);
    if (this.#chats.size > 1) this.#drawTabs();
    this.#onUnread(this, [...this.#unread.values()].reduce((sum, each) => sum + each, 0));
  }

  #drawTabs() {
    this.#tabs.hidden = this.#chats.size < 2;
    if (this.#tabs.hidden) return;
    const focused = this.#tabs.contains(document.activeElement) ? document.activeElement.dataset.openChat : null;
    this.#tabs.replaceChildren(
      ...[...this.#chats.values()].map((chat) => {
        const unread = this.#unread.get(chat.id) ?? 0;
        return el(
          "button",
          { type: "button", "data-open-chat": chat.id, "aria-pressed": String(chat === this.#open), onclick: () => this.openChat(chat.id) },
          el("span", { text: this.#chatName(chat) }),
          unread ? el("span", { class: "badge", text: unread, "aria-label": `${unread} ${unread === 1 ? "missatge nou" : "missatges nous"}` }) : null,
        );
      }),
    );
    if (focused) this.#tabs.querySelector(`[data-open-chat="${CSS.escape(focused)}"]`)?.focus();
  }

  #chatName(chat) {
    const data = this.#store.chat(chat.id);
    return !data || data.kind === "private" ? this.#store.bot.name : data.title;
  }

  drawHead() {
    const chat = this.#open;
    const data = chat && this.#store.chat(chat.id);
    this.#title.textContent = chat ? this.#chatName(chat) : this.#store.bot.name;
    const kind = data && data.kind !== "private" ? "grup" : "bot";
    const state = !this.#store.bot.running ? "aturat" : this.#store.line?.cut ? "sense xarxa" : data?.typing ? "escriu…" : null;
    this.#state.textContent = [kind, state].filter(Boolean).join(" · ");
    this.#state.classList.toggle("busy", state === "escriu…");
  }

  // What concerns one chat; anything that is not this person's is left alone.
  tell(chatId, action) {
    const chat = this.#chats.get(String(chatId));
    if (chat) action(chat);
    return Boolean(chat);
  }

  tellAll(action) {
    for (const chat of this.#chats.values()) action(chat);
  }

  focus() {
    this.#open?.composer.focus();
  }

  #openMenu(button) {
    const person = this.#person;
    const blocked = Boolean(person.blocked);
    const privateChat = this.#chats.get(this.id) ?? this.#open;
    const items = [
      {
        label: blocked ? "Desbloca el bot com aquesta persona" : "Bloca el bot com aquesta persona",
        name: blocked ? "unblock" : "block",
        icon: blocked ? "check" : "close",
        action: () => privateChat.setBlocked(!blocked),
      },
    ];
    if (this.#onHide) items.push({ label: "Amaga aquest telèfon", name: "hide-phone", icon: "down", action: () => this.#onHide(this) });
    showMenu(button, `Opcions del telèfon: ${person.name}`, items);
  }
}
