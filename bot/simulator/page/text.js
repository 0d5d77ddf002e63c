// The text of a message: from the server's HTML to nodes that may be put on the page.
// The server escapes already; a second, closed list here keeps a slip there from becoming a script here.

import { el } from "./dom.js";

const KEPT = { B: "b", STRONG: "b", I: "i", EM: "i", U: "u", INS: "u", S: "s", STRIKE: "s", DEL: "s", CODE: "code", PRE: "pre" };
const LINK = /((?:https?:\/\/|t\.me\/)[^\s<>«»"]*[^\s<>«»".,;:!?)\]])|(^|[\s(])(\/[a-z][a-z0-9_]*)(?![a-z0-9_/])/gi;
// A folded quote is worth a button only when it hides something; measuring would force a layout per message.
const FOLD_CHARS = 160;
const FOLD_LINES = 3;

export function startPayload(address, username) {
  const found =
    /^(?:https?:\/\/)?(?:t\.me|telegram\.me)\/([a-z0-9_]+)\/?\?(?:.*&)?start=([\w-]*)/i.exec(address) ??
    /^tg:\/\/resolve\?domain=([a-z0-9_]+)&start=([\w-]*)/i.exec(address);
  return found && found[1].toLowerCase() === username.toLowerCase() ? found[2] : null;
}

export function richText(message, { username, commands }) {
  const template = document.createElement("template");
  if (message.html) template.innerHTML = message.html;
  else template.content.append(message.text ?? "");
  const body = document.createDocumentFragment();
  for (const node of template.content.childNodes) append(body, node, { username, commands, plain: false });
  return body;
}

function append(parent, node, context) {
  if (node.nodeType === Node.TEXT_NODE) {
    parent.append(...(context.plain ? [node.data] : withLinks(node.data, context)));
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const target = elementFor(node, context);
  const inside = { ...context, plain: context.plain || ["A", "CODE", "PRE"].includes(node.tagName) };
  for (const child of node.childNodes) append(target ?? parent, child, inside);
  if (!target) return;
  parent.append(node.tagName === "BLOCKQUOTE" ? quote(target, node.hasAttribute("expandable")) : target);
}

function elementFor(node, context) {
  const { tagName } = node;
  if (KEPT[tagName]) return el(KEPT[tagName]);
  if (tagName === "BR") return el("br");
  if (tagName === "BLOCKQUOTE") return el("blockquote");
  if (tagName === "A") return anchor(node.getAttribute("href") ?? "", context);
  if (tagName === "TG-SPOILER" || node.classList.contains("tg-spoiler")) {
    return el("span", { class: "spoiler", role: "button", "aria-label": "Text amagat: mostra'l" });
  }
  return null;
}

function anchor(address, { username }) {
  const payload = startPayload(address, username);
  if (payload !== null) return el("a", { href: address, "data-start": payload });
  if (!/^(https?|mailto|tel):/i.test(address)) return el("span");
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" });
}

function withLinks(text, context) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(LINK)) {
    const [, address, before, command] = found;
    if (command && !context.commands) continue;
    const at = found.index + (before?.length ?? 0);
    if (at > from) nodes.push(text.slice(from, at));
    if (address) {
      const link = anchor(/^https?:/i.test(address) ? address : `https://${address}`, context);
      link.textContent = address;
      nodes.push(link);
    } else {
      nodes.push(el("button", { type: "button", class: "command", "data-command": command, text: command }));
    }
    from = found.index + found[0].length;
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}

function quote(block, expandable) {
  const text = block.textContent;
  if (!expandable || (text.length <= FOLD_CHARS && text.split("\n").length <= FOLD_LINES)) return block;
  block.classList.add("folded");
  return el(
    "div",
    { class: "quote" },
    block,
    el("button", { type: "button", class: "unfold", "data-unfold": true, "aria-expanded": "false", text: "Mostra-ho tot" }),
  );
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

export const ATTACHMENTS = {
  voice: "Missatge de veu",
  photo: "Foto",
  sticker: "Adhesiu",
  location: "Ubicació",
  poll: "Enquesta",
};

export const attachmentName = (kind) => (kind ? (ATTACHMENTS[kind] ?? kind) : "Missatge");
