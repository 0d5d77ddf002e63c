// One message as an element. Clicks are handled once per conversation, by the data- attributes set here.

import { el, heard, icon } from "./dom.js";
import { server } from "./server.js";
import { ATTACHMENTS, attachmentName, excerpt, richText, serviceText } from "./text.js";
import { fullWords, hourWords, preciseWords, sizeWords } from "./time.js";

const STYLES = new Set(["primary", "success", "danger"]);
const OPENED_BY_BROWSER = /^(application\/pdf|text\/plain|image\/)/;

// context: { person, bot, chat, prefix, nameOf(from) }
export function messageElement(message, context) {
  const service = serviceText(message, context.nameOf(message.from));
  if (service) return el("p", { class: "message service", "data-message": message.id, tabindex: "-1" }, el("span", { class: "bubble", text: service }));
  const own = String(message.from) === String(context.person.id);
  const id = `${context.prefix}-${message.id}`;
  const node = el("article", {
    class: `message ${own ? "own" : message.from === "bot" ? "bot" : "other"}`,
    "data-message": message.id,
    "data-from": message.from,
    tabindex: "-1",
    "aria-labelledby": `${id}-who ${id}-meta`,
    "aria-describedby": `${id}-body`,
  });
  const bubble = el("div", { class: "bubble" }, who(message, context, own, id), body(message, context, id), meta(message, id));
  node.append(
    bubble,
    el("button", { type: "button", class: "actions", "data-actions": true, "aria-haspopup": "menu", "aria-label": "Accions del missatge", tabindex: "-1" }, icon("more")),
  );
  const buttons = keyboard(message);
  if (buttons) node.append(buttons);
  return node;
}

// An edit that leaves the text alone (used buttons go, a choice is marked) keeps the text's nodes: an unfolded
// quote stays unfolded. Whoever had the focus on a button finds it on the button that took its place.
export function updateElement(node, before, after, context) {
  const focused = node.contains(document.activeElement) ? document.activeElement : null;
  const place = focused ? [...node.querySelectorAll("[data-button]")].indexOf(focused) : -1;
  const fresh = messageElement(after, context);
  const same = (field) => JSON.stringify(before[field]) === JSON.stringify(after[field]);
  if (["html", "text", "file", "reply_to", "attachment"].every(same)) {
    fresh.querySelector(".body").replaceWith(node.querySelector(".body"));
  }
  node.className = fresh.className;
  node.replaceChildren(...fresh.childNodes);
  if (focused && !node.contains(document.activeElement)) {
    const heir = place >= 0 ? node.querySelectorAll("[data-button]")[place] : null;
    (heir ?? node).focus({ preventScroll: true });
  }
}

function who(message, context, own, id) {
  if (message.from === "bot") {
    return el("span", { class: "sr-only", id: `${id}-who`, text: `${context.bot.name} (telèfon: ${context.person.name}): ` });
  }
  const name = context.nameOf(message.from);
  const shown = context.chat.kind !== "private" && !own;
  return el("span", { class: shown ? "author" : "sr-only", id: `${id}-who`, text: shown ? name : `${name}: ` });
}

function body(message, context, id) {
  const node = el("div", { class: "body", id: `${id}-body` });
  const replied = message.reply_to ? context.chat.messages.get(String(message.reply_to)) : null;
  if (replied) {
    node.append(
      el(
        "button",
        { type: "button", class: "replied", "data-jump": replied.id },
        heard("Resposta a: "),
        el("b", { text: context.nameOf(replied.from) }),
        el("span", { text: excerpt(replied) }),
      ),
    );
  }
  if (message.file) node.append(message.file.kind === "photo" ? photo(message.file) : documentCard(message.file));
  else if (message.attachment) node.append(attachment(message.attachment));
  if (message.html || message.text) {
    const text = el("div", { class: "text", dir: "auto" });
    text.append(richText(message, context.bot.username));
    node.append(text);
  }
  return node;
}

function attachment(kind) {
  return el("span", { class: "attachment" }, icon(ATTACHMENTS[kind] ? kind : "document"), el("span", { text: `${attachmentName(kind)} de prova` }));
}

function photo(file) {
  const address = server.file(file.id);
  const image = el("img", { src: address, alt: `Foto: ${file.name ?? ""}`, decoding: "async" });
  const link = el("a", { class: "photo", "data-file": file.id, href: address, target: "_blank", rel: "noopener" }, image, heard(" (s'obre en una pestanya nova)"));
  // A photo that a person sends in the demo has no picture inside.
  image.addEventListener("error", () => link.replaceWith(attachment("photo")), { once: true });
  return link;
}

function documentCard(file) {
  const opens = OPENED_BY_BROWSER.test(file.mime ?? "");
  const name = file.name ?? "document";
  const kind = (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? "").toUpperCase();
  return el(
    "a",
    {
      class: "document",
      "data-file": file.id,
      href: server.file(file.id),
      ...(opens ? { target: "_blank", rel: "noopener" } : { download: name }),
    },
    el("span", { class: "document-icon", "aria-hidden": "true" }, icon("document")),
    el(
      "span",
      { class: "document-words" },
      el("span", { class: "document-name", text: name }),
      el("span", { class: "document-size", text: [kind, sizeWords(file.size), opens ? "obre'l" : "baixa'l"].filter(Boolean).join(" · ") }),
    ),
    heard(opens ? " (en una pestanya nova)" : ""),
  );
}

function meta(message, id) {
  const date = Date.parse(message.date);
  const node = el("footer", { class: "meta", id: `${id}-meta` });
  if (message.silent) node.append(el("span", { class: "mark", title: "Ha arribat sense so", text: "sense so" }));
  if (message.edited) {
    node.append(el("span", { class: "mark", title: `Editat: ${fullWords(Date.parse(message.edited))}`, text: "editat" }));
  }
  node.append(el("time", { datetime: message.date, title: `${fullWords(date)} (${preciseWords(date)})`, text: hourWords(date) }));
  return node;
}

function keyboard(message) {
  if (!message.buttons?.length) return null;
  const node = el("div", { class: "keyboard", role: "group", "aria-label": "Botons del missatge" });
  for (const row of message.buttons) {
    const line = el("div", { class: "keyboard-row" });
    for (const button of row) line.append(inlineButton(button));
    node.append(line);
  }
  return node;
}

function inlineButton(button) {
  const style = STYLES.has(button.style) ? ` ${button.style}` : "";
  const node = el("button", { type: "button", class: `inline${style}`, "data-button": true }, el("span", { text: button.text }));
  if (button.copy) {
    node.dataset.copy = button.copy;
    node.append(icon("copy"));
  } else if (button.url) {
    node.dataset.url = button.url;
    node.append(icon("link"));
  } else {
    node.dataset.press = button.data ?? "";
  }
  return node;
}
