// The text of a message: from the server's HTML to nodes that may be put on the page.
// The server escapes already; a second, closed list here keeps a slip there from becoming a script here.

import { el } from "./dom.js";

const KEPT = { B: "b", STRONG: "b", I: "i", EM: "i", U: "u", INS: "u", S: "s", STRIKE: "s", DEL: "s", CODE: "code", PRE: "pre", BR: "br", BLOCKQUOTE: "blockquote" };
// What is still plain text: an address without its https, and numbers such as an application's.
const FOUND = /(t\.me\/[^\s<>«»"]*[^\s<>«»".,;:!?)\]])|(\d+(?:-\d+)+)/gi;
// A folded quote is worth a button only when it hides something; measuring would force a layout per message.
const FOLD_CHARS = 150;
const FOLD_LINES = 3;

// The token of a link that opens this bot; null for any other link.
export function startPayload(address, username) {
  const found =
    /^(?:https?:\/\/)?(?:t\.me|telegram\.me)\/([a-z0-9_]+)\/?\?(?:.*&)?start=([\w-]*)/i.exec(address) ??
    /^tg:\/\/resolve\/?\?domain=([a-z0-9_]+)&start=([\w-]*)/i.exec(address);
  return found && found[1].toLowerCase() === username.toLowerCase() ? found[2] : null;
}

export function richText(message, username) {
  const template = document.createElement("template");
  // As in Telegram, whoever opens an invitation does not see its code in the chat.
  if (message.from !== "bot" && /^\/start \S+$/.test(message.text)) template.content.append("/start");
  else if (message.html) template.innerHTML = message.html;
  else template.content.append(message.text);
  const body = document.createDocumentFragment();
  for (const node of template.content.childNodes) append(body, node, { username, plain: false });
  return body;
}

function append(parent, node, context) {
  if (node.nodeType === Node.TEXT_NODE) {
    // A quote ends its line by itself: the line break after it would be an empty line.
    const afterBlock = parent.lastChild?.nodeType === Node.ELEMENT_NODE && parent.lastChild.matches("blockquote, pre, .quote");
    const text = afterBlock ? node.data.replace(/^\n/, "") : node.data;
    parent.append(...(context.plain ? [text] : withLinks(text, context.username)));
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const target = elementFor(node, context.username);
  const inside = { ...context, plain: context.plain || ["A", "CODE", "PRE"].includes(node.tagName) };
  for (const child of node.childNodes) append(target ?? parent, child, inside);
  if (target) parent.append(node.matches("blockquote.expandable, blockquote[expandable]") ? folded(target) : target);
}

function elementFor(node, username) {
  if (KEPT[node.tagName]) return el(KEPT[node.tagName]);
  if (node.tagName === "A") return anchor(node.getAttribute("href") ?? "", username);
  if (node.classList.contains("command")) {
    return el("button", { type: "button", class: "command", "data-command": node.textContent });
  }
  if (node.classList.contains("spoiler")) {
    return el("span", { class: "spoiler", role: "button", "aria-label": "Text amagat: mostra'l" });
  }
  return null;
}

function anchor(address, username) {
  const payload = startPayload(address, username);
  if (payload !== null) return el("a", { href: address, "data-start": payload });
  if (!/^(https?|mailto|tel):/i.test(address)) return el("span");
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" });
}

function withLinks(text, username) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(FOUND)) {
    const [whole, address] = found;
    if (found.index > from) nodes.push(text.slice(from, found.index));
    // An application's number is not cut at its hyphens.
    const node = address ? anchor(`https://${address}`, username) : el("span", { class: "whole" });
    node.textContent = whole;
    nodes.push(node);
    from = found.index + whole.length;
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}

function folded(block) {
  const text = block.textContent;
  if (text.length <= FOLD_CHARS && text.split("\n").length <= FOLD_LINES) return block;
  block.classList.add("folded");
  const button = el("button", { type: "button", class: "unfold", "data-unfold": true, "aria-expanded": "false", text: "Mostra-ho tot" });
  return el("div", { class: "quote" }, block, button);
}

export function toggleQuote(button) {
  const open = button.getAttribute("aria-expanded") !== "true";
  button.setAttribute("aria-expanded", String(open));
  button.textContent = open ? "Plega" : "Mostra-ho tot";
  button.previousElementSibling.classList.toggle("folded", !open);
}

export function excerpt(message, length = 90) {
  const text = (message.text || message.file?.name || attachmentName(message.attachment)).replace(/\s+/g, " ").trim();
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

// What the attachments menu offers.
export const ATTACHMENTS = { voice: "Missatge de veu", photo: "Foto", sticker: "Adhesiu", location: "Ubicació", poll: "Enquesta" };

const OTHER_ATTACHMENTS = {
  audio: "Àudio", video: "Vídeo", video_note: "Vídeo rodó", animation: "Animació", document: "Document",
  venue: "Lloc", contact: "Contacte", dice: "Dau", story: "Història",
};

export const attachmentName = (kind) => ATTACHMENTS[kind] ?? OTHER_ATTACHMENTS[kind] ?? "Adjunt";

// What happened to a group, told in the middle of the conversation; null for what somebody said.
export function serviceText(message, name) {
  const texts = {
    new_chat_members: "Hi ha algú nou al grup.",
    left_chat_member: `${name} ha sortit del grup.`,
    migrate_to_chat_id: "El grup continua en un supergrup.",
    migrate_from_chat_id: "Aquest supergrup continua el grup d'abans.",
    pinned_message: "S'ha fixat un missatge.",
  };
  return texts[message.attachment] ?? null;
}
