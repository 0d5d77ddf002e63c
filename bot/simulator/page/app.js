// Puts the page together: the store in the middle, the server's events on one side, the phones on the other.

import { startControls } from "./controls.js";
import { Inspector } from "./inspector.js";
import { askWho } from "./menu.js";
import { People } from "./people.js";
import { Phone } from "./phone.js";
import { listen, server } from "./server.js";
import { announce, attempt, clearStatus, copyText, showStatus } from "./status.js";
import { Store } from "./store.js";

const store = new Store();
const phones = new Map();
const table = document.querySelector("[data-phones]");
const inspectorButton = document.querySelector("[data-control=inspector]");
const inspector = new Inspector(document.querySelector("[data-inspector]"), store, () => {
  inspectorButton.click();
  inspectorButton.focus();
});
const people = new People(document.querySelector("[data-people]"), table, layPhones);

startControls(store, { onInspector: (shown) => inspector.show(shown), onArrival: (ids) => ids.forEach((id) => people.show(String(id))) });

function openLink(address, payload) {
  askWho(store.people, address, {
    onChoose: async (person) => {
      people.show(String(person.id));
      const phone = phones.get(String(person.id));
      phone.openChat(person.id);
      await attempt(() => server.start(person.id, payload));
      if (!matchMedia("(pointer: coarse)").matches) phone.focus();
    },
    onCopy: async () => announce((await copyText(address)) ? "S'ha copiat l'enllaç." : "No s'ha pogut copiar l'enllaç."),
  });
}

function layPhones() {
  const shown = people.shown;
  table.style.setProperty("--phones", Math.max(1, shown.length));
  table.classList.toggle("single", people.room === 1);
  for (const [id, phone] of phones) phone.show(shown.includes(id));
}

function syncPhones(fresh) {
  for (const [id, phone] of phones) {
    if (!fresh && store.person(id)) continue;
    phone.node.remove();
    phones.delete(id);
    people.setUnread(id, 0);
  }
  for (const person of store.people) {
    const id = String(person.id);
    const phone = phones.get(id);
    if (phone) {
      phone.refresh();
      phone.tellAll((chat) => chat.showMode());
      continue;
    }
    const added = new Phone({
      store, person, openLink,
      onUnread: (which, count) => people.setUnread(which.id, count),
      onHide: (which) => people.hide(which.id),
    });
    phones.set(id, added);
    table.append(added.node);
  }
  people.people = store.people;
  document.querySelector("[data-nobody]").hidden = store.people.length > 0;
}

// A chat may be on several phones: a group is in the pocket of each of its members.
function tell(chatId, action) {
  for (const phone of phones.values()) phone.tell(chatId, (chat) => action(chat, phone));
}

store.on("loaded", ({ fresh }) => syncPhones(fresh));
store.on("people", () => syncPhones(false));
for (const type of ["bot", "line"]) store.on(type, () => phones.forEach((phone) => phone.drawHead()));
store.on("message", ({ chat, message }) =>
  tell(chat, (view, phone) => {
    view.put(message, true);
    if (message.from !== "bot") return;
    phone.drawHead();
    if (!phone.shown) announce(`Missatge nou. Telèfon: ${store.person(phone.id).name}.`);
  }),
);
store.on("edit", ({ chat, message }) => tell(chat, (view) => view.put(message, false)));
store.on("delete", ({ chat, id }) => tell(chat, (view) => view.remove(id)));
store.on("typing", ({ chat }) => tell(chat, (_, phone) => phone.drawHead()));
store.on("commands", ({ chat }) => tell(chat, (view) => view.showCommands()));
store.on("pinned", ({ chat }) => tell(chat, (view) => view.showPinned()));
store.on("answer", (event) => phones.get(String(event.person))?.tell(event.chat, (chat) => chat.showAnswer(event)));
store.on("call", (event) => inspector.add(event));

listen({
  onState: (state, fresh) => {
    clearStatus("connection");
    store.load(state, fresh);
  },
  onEvent: (event) => store.apply(event),
  onLost: (text) => showStatus(text, "connection"),
});

// F6 goes from one part of the page to the next, as in many programs; with Shift, backwards.
document.addEventListener("keydown", (event) => {
  if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const shownPhones = [...phones.values()].filter((phone) => phone.shown);
  const parts = [
    { node: document.querySelector("#people"), focus: (node) => (node.querySelector("[aria-pressed=true]") ?? node.querySelector("button"))?.focus() },
    ...shownPhones.map((phone) => ({ node: phone.node, focus: () => phone.focus() })),
    { node: document.querySelector("#inspector"), focus: () => inspector.focus() },
    { node: document.querySelector("#controls"), focus: (node) => [...node.querySelectorAll("[data-control]")].find((button) => button.offsetParent)?.focus() },
  ].filter(({ node }) => !node.hidden);
  const at = parts.findIndex(({ node }) => node.contains(document.activeElement));
  const next = parts.at((at + (event.shiftKey ? (at < 0 ? 0 : -1) : 1)) % parts.length);
  next.focus(next.node);
});
