// What is known of people, chats and messages, kept up to date by the server's events.

export class Store {
  people = [];
  deeds = [];
  chats = new Map();
  bot = { username: "", name: "", running: true };
  line = null;
  #clock = { at: Date.now(), seen: Date.now() };
  #listeners = new Map();

  on(type, listener) {
    if (!this.#listeners.has(type)) this.#listeners.set(type, new Set());
    this.#listeners.get(type).add(listener);
  }

  #tell(type, detail) {
    for (const listener of this.#listeners.get(type) ?? []) listener(detail);
  }

  // The simulated clock runs; between two events the page counts on by itself.
  now() {
    return this.#clock.at + (Date.now() - this.#clock.seen);
  }

  chat(id) {
    return this.chats.get(String(id));
  }

  person(id) {
    return this.people.find((person) => String(person.id) === String(id));
  }

  load(state, fresh) {
    this.#setClock(state.now);
    this.bot = { ...state.bot };
    this.people = state.people;
    this.deeds = state.deeds ?? [];
    this.line = state.line ?? null;
    this.chats = new Map();
    for (const chat of state.chats) this.chats.set(String(chat.id), this.#readChat(chat));
    this.#tell("loaded", { fresh });
    this.#tell("clock");
    this.#tell("bot");
    this.#tell("line");
  }

  #readChat(chat) {
    const messages = new Map();
    for (const message of chat.messages ?? []) messages.set(String(message.id), message);
    return { typing: false, commands: [], pinned: null, ...chat, messages };
  }

  apply(event) {
    const handle = this.#handlers[event.type];
    if (handle) handle(event);
  }

  #handlers = {
    message: ({ message }) => this.#put(message),
    edit: ({ message }) => this.#put(message),
    delete: (event) => {
      const chat = this.chat(event.chat);
      const id = String(event.id);
      if (chat?.messages.delete(id)) this.#tell("delete", { chat: chat.id, id });
    },
    clock: ({ now }) => {
      this.#setClock(now);
      this.#tell("clock");
    },
    bot: ({ running, fell }) => {
      this.bot = { ...this.bot, running, fell };
      this.#tell("bot");
    },
    line: ({ cut }) => {
      this.line = { cut };
      this.#tell("line");
    },
    typing: ({ chat, typing }) => this.#change(chat, "typing", typing),
    commands: ({ chat, commands }) => this.#change(chat, "commands", commands),
    pinned: ({ chat, pinned }) => this.#change(chat, "pinned", pinned),
    people: ({ people, chats }) => {
      this.people = people;
      for (const chat of chats ?? []) this.chats.set(String(chat.id), this.#readChat(chat));
      this.#tell("people");
    },
    answer: (event) => this.#tell("answer", event),
    call: (event) => this.#tell("call", event),
  };

  #put(message) {
    const chat = this.chat(message.chat);
    if (!chat) return;
    const id = String(message.id);
    const known = chat.messages.has(id);
    chat.messages.set(id, message);
    if (message.from === "bot") chat.typing = false;
    this.#tell(known ? "edit" : "message", { chat: chat.id, message });
  }

  #change(id, field, value) {
    const chat = this.chat(id);
    if (!chat) return;
    chat[field] = value;
    this.#tell(field, { chat: chat.id });
  }

  #setClock(iso) {
    const at = Date.parse(iso);
    if (Number.isFinite(at)) this.#clock = { at, seen: Date.now() };
  }
}
