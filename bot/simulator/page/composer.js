// Where a person writes: send, reply, edit, commands, attachments. What cannot be written now says why.

import { el, icon } from "./dom.js";
import { showMenu } from "./menu.js";
import { ATTACHMENTS, excerpt } from "./text.js";

export class Composer {
  #actions;
  #field;
  #note;
  #form;
  #instead;
  #suggestions;
  #menu;
  #send;
  #commands = [];
  #reply = null;
  #editing = null;
  #draft = "";

  // actions: { send(text, replyTo), edit(message, text), attach(kind), start(), unblock(), lastOwn(), nameOf(from) }
  constructor(prefix, label, actions) {
    this.#actions = actions;
    this.#field = el("textarea", {
      "data-composer": true, rows: "1", "aria-label": label, placeholder: "Missatge",
      autocomplete: "off", enterkeyhint: "send", "aria-autocomplete": "list", "aria-controls": `${prefix}-suggestions`,
    });
    this.#suggestions = el("ul", { class: "suggestions", role: "listbox", id: `${prefix}-suggestions`, "aria-label": "Ordres", hidden: true });
    this.#menu = el("button", { type: "button", class: "menu-button", "data-menu": true, "aria-haspopup": "menu", hidden: true }, icon("menu"), el("span", { text: "Menú" }));
    const attach = el("button", { type: "button", class: "round", "data-attach": true, "aria-haspopup": "menu", "aria-label": "Adjunta", title: "Adjunta" }, icon("attach"));
    this.#send = el("button", { type: "submit", class: "round send", "data-send": true, "aria-label": "Envia", title: "Envia" }, icon("send"));
    this.#note = el("div", { class: "composer-note", hidden: true });
    this.#form = el("form", { class: "composer-row" }, this.#menu, attach, this.#field, this.#send);
    this.#instead = el("div", { class: "composer-instead", hidden: true });
    this.node = el("div", { class: "composer" }, this.#suggestions, this.#note, this.#form, this.#instead);

    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#field.addEventListener("keydown", (event) => this.#onKey(event));
    this.#field.addEventListener("input", () => this.#typed());
    this.#field.addEventListener("blur", () => this.#suggest([]));
    this.#menu.addEventListener("click", () => this.#openCommands());
    attach.addEventListener("click", () =>
      showMenu(attach, "Adjunta", Object.entries(ATTACHMENTS).map(([kind, name]) => ({
        label: name, icon: kind, name: `attach-${kind}`, action: () => actions.attach(kind),
      }))),
    );
    this.#suggestions.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) this.#choose(option);
    });
    this.#typed();
  }

  focus() {
    const target = this.#form.hidden ? this.#instead.querySelector("button") : this.#field;
    target?.focus();
  }

  set commands(commands) {
    this.#commands = commands;
    this.#menu.hidden = !commands.length;
  }

  // "write" | "start" | "blocked"
  set mode(mode) {
    if (mode === this.node.dataset.mode) return;
    const focused = this.node.contains(document.activeElement);
    this.node.dataset.mode = mode;
    this.#form.hidden = mode !== "write";
    this.#instead.hidden = mode === "write";
    this.#instead.replaceChildren();
    if (mode === "start") {
      this.#instead.append(el("button", { type: "button", class: "strong wide", "data-start-button": true, text: "Inicia", onclick: () => this.#actions.start() }));
    } else if (mode === "blocked") {
      this.#instead.append(
        el("p", { text: "Aquesta persona ha blocat el bot." }),
        el("button", { type: "button", class: "wide", "data-control": "unblock", text: "Desbloca el bot", onclick: () => this.#actions.unblock() }),
      );
    }
    if (focused) this.focus();
  }

  replyTo(message) {
    this.#leave();
    this.#reply = message;
    this.#showNote("reply", `Resposta a: ${this.#actions.nameOf(message.from)}`, excerpt(message));
    this.#field.focus();
  }

  edit(message) {
    this.#leave();
    this.#draft = this.#field.value;
    this.#editing = message;
    this.#showNote("edit", "Editeu el missatge", excerpt(message));
    this.#form.classList.add("editing");
    this.#setText(message.text);
    this.#field.focus();
  }

  // The message that was being edited or answered is gone.
  forget(id) {
    if (String((this.#editing ?? this.#reply)?.id) === id) this.#leave();
  }

  #showNote(image, title, text) {
    this.#note.hidden = false;
    this.#note.replaceChildren(
      icon(image),
      el("div", { class: "composer-note-words" }, el("b", { text: title }), el("span", { text })),
      el("button", { type: "button", class: "round", "aria-label": image === "edit" ? "Deixa d'editar" : "Treu la resposta", onclick: () => { this.#leave(); this.#field.focus(); } }, icon("close")),
    );
    const label = image === "edit" ? "Desa el missatge editat" : "Envia";
    this.#send.setAttribute("aria-label", label);
    this.#send.title = label;
    this.#send.replaceChildren(icon(image === "edit" ? "check" : "send"));
  }

  #leave() {
    this.#form.classList.remove("editing");
    if (this.#editing) this.#setText(this.#draft);
    this.#reply = null;
    this.#editing = null;
    this.#draft = "";
    this.#note.hidden = true;
    this.#note.replaceChildren();
    this.#send.setAttribute("aria-label", "Envia");
    this.#send.title = "Envia";
    this.#send.replaceChildren(icon("send"));
  }

  async #submit() {
    const text = this.#field.value.trim();
    const editing = this.#editing;
    const reply = this.#reply;
    if (!text) return;
    if (editing) {
      if (text === editing.text || (await this.#actions.edit(editing, text))) this.#leave();
      return;
    }
    this.#leave();
    this.#setText("");
    const sent = await this.#actions.send(text, reply?.id);
    // What was not sent comes back, unless something else is being written already.
    if (!sent && !this.#field.value) this.#setText(text);
  }

  #setText(text) {
    this.#field.value = text;
    this.#typed();
  }

  #typed() {
    const field = this.#field;
    // First what changes the width, then the height that the text needs in it.
    this.#form.classList.toggle("blank", !field.value.trim());
    field.style.height = "auto";
    if (field.scrollHeight) field.style.height = `${field.scrollHeight + 2}px`;
    const typed = field.value;
    const wanted = !this.#editing && /^\/\w*$/.test(typed);
    this.#suggest(wanted ? this.#commands.filter(({ command }) => `/${command}`.startsWith(typed.toLowerCase())) : []);
  }

  #onKey(event) {
    if (event.isComposing) return;
    const options = [...this.#suggestions.children];
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (options.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      this.#select(options, event.key === "ArrowDown" ? (at + 1) % options.length : at < 1 ? options.length - 1 : at - 1);
    } else if (options.length && event.key === "Escape") {
      this.#suggest([]);
    } else if (at >= 0 && event.key === "Enter") {
      this.#choose(options[at]);
    } else if (at >= 0 && event.key === "Tab" && !event.shiftKey) {
      this.#setText(`${options[at].dataset.command} `);
    } else if (event.key === "Enter" && !event.shiftKey) {
      this.#submit();
    } else if (event.key === "ArrowUp" && !this.#field.value && !this.#editing) {
      const message = this.#actions.lastOwn();
      if (!message) return;
      this.edit(message);
    } else if (event.key === "Escape" && (this.#editing || this.#reply)) {
      this.#leave();
    } else {
      return;
    }
    event.preventDefault();
  }

  #suggest(commands) {
    this.#suggestions.hidden = !commands.length;
    this.#field.removeAttribute("aria-activedescendant");
    this.#suggestions.replaceChildren(
      ...commands.map(({ command, description }, index) =>
        el(
          "li",
          { role: "option", id: `${this.#suggestions.id}-${index}`, "aria-selected": "false", "data-command": `/${command}` },
          el("b", { text: `/${command}` }),
          el("span", { text: description }),
        ),
      ),
    );
  }

  #select(options, index) {
    options.forEach((option, each) => option.setAttribute("aria-selected", String(each === index)));
    this.#field.setAttribute("aria-activedescendant", options[index].id);
    options[index].scrollIntoView({ block: "nearest" });
  }

  #choose(option) {
    this.#setText("");
    this.#actions.send(option.dataset.command);
  }

  #openCommands() {
    showMenu(
      this.#menu,
      "Ordres del bot",
      this.#commands.map(({ command, description }) => ({
        label: description || `/${command}`, hint: description ? `/${command}` : null, action: () => this.#actions.send(`/${command}`),
      })),
      // On a touch screen the focus of the field would bring up a keyboard that nobody asked for.
      matchMedia("(pointer: coarse)").matches ? {} : { focusBack: this.#field },
    );
  }
}

