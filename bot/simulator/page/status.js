// One line for what went wrong with the demo itself, and a voice for what happens out of sight.

import { el, icon } from "./dom.js";

const line = document.querySelector("[data-status]");
const announcer = document.querySelector("[data-announcer]");
let cause = null;

export function showStatus(text, from = "action") {
  cause = from;
  line.replaceChildren(
    el("span", { text }),
    el("button", { type: "button", class: "round", "aria-label": "Tanca l'avís", "data-control": "dismiss", onclick: hideStatus }, icon("close")),
  );
}

export function hideStatus() {
  cause = null;
  line.replaceChildren();
}

// Only what this cause had put there: a restored connection does not hide another trouble.
export function clearStatus(from) {
  if (cause === from) hideStatus();
}

export function announce(text) {
  announcer.textContent = text;
}

// Runs something that talks to the server; its failure becomes the status line.
export async function attempt(action) {
  try {
    await action();
    clearStatus("action");
    return true;
  } catch (error) {
    showStatus(error.message);
    return false;
  }
}

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without https or permission the clipboard is closed; the old way still works after a click.
    const field = el("textarea", { class: "sr-only", readonly: true });
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}
