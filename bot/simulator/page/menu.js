// Pop-up menus and dialogs, with the keys that people expect of them.

import { avatar, el, icon } from "./dom.js";

let openMenu = null;

export function closeMenu(refocus = true) {
  if (!openMenu) return;
  const { node, anchor, focusBack } = openMenu;
  openMenu = null;
  node.remove();
  anchor.removeAttribute("aria-expanded");
  if (refocus) (focusBack ?? anchor).focus({ preventScroll: true });
}

// items: [{ label, hint?, icon?, action, name? }]
export function showMenu(anchor, label, items, { at = null, focusBack = null } = {}) {
  const again = openMenu?.anchor === anchor;
  closeMenu(false);
  if (again) {
    (focusBack ?? anchor).focus();
    return;
  }
  const node = el("div", { class: "menu", role: "menu", "aria-label": label });
  for (const item of items) {
    node.append(
      el(
        "button",
        {
          type: "button",
          role: "menuitem",
          tabindex: "-1",
          "data-control": item.name,
          onclick: () => {
            closeMenu();
            item.action();
          },
        },
        item.icon ? icon(item.icon) : null,
        el("span", { class: "menu-label", text: item.label }),
        item.hint ? el("span", { class: "menu-hint", text: item.hint }) : null,
      ),
    );
  }
  node.addEventListener("keydown", onMenuKey);
  document.body.append(node);
  anchor.setAttribute("aria-expanded", "true");
  openMenu = { node, anchor, focusBack };
  place(node, at ?? anchor.getBoundingClientRect());
  node.firstElementChild?.focus();
}

// Above or below the place, whichever has room, and never out of the window.
function place(node, { left, top, bottom, right }) {
  const { offsetWidth: width, offsetHeight: height } = node;
  const margin = 8;
  const x = left + width + margin > innerWidth ? right - width : left;
  const below = bottom + 6;
  const y = below + height + margin > innerHeight ? top - height - 6 : below;
  node.style.left = `${Math.max(margin, Math.min(x, innerWidth - width - margin))}px`;
  node.style.top = `${Math.max(margin, Math.min(y, innerHeight - height - margin))}px`;
}

function onMenuKey(event) {
  const items = [...openMenu.node.children];
  const at = items.indexOf(document.activeElement);
  const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  if (event.key in moves) items.at(moves[event.key] % items.length).focus();
  else if (event.key === "Escape") closeMenu();
  else if (event.key === "Tab") closeMenu();
  else return;
  event.stopPropagation();
  if (event.key !== "Tab") event.preventDefault();
}

document.addEventListener("pointerdown", (event) => {
  if (openMenu && !openMenu.node.contains(event.target) && !openMenu.anchor.contains(event.target)) closeMenu(false);
});
window.addEventListener("resize", () => closeMenu(false));
window.addEventListener("blur", () => closeMenu(false));

function showDialog(title, ...content) {
  const heading = el("h2", { id: "dialog-title", text: title });
  const node = el("dialog", { class: "dialog", "aria-labelledby": "dialog-title" }, heading, ...content);
  node.addEventListener("close", () => node.remove());
  node.addEventListener("click", (event) => event.target === node && node.close());
  document.body.append(node);
  node.showModal();
  return node;
}

export function showAlert(title, text) {
  const node = showDialog(
    title,
    el("p", { text }),
    el("div", { class: "dialog-end" }, el("button", { type: "button", class: "strong", text: "D'acord", onclick: () => node.close() })),
  );
}

// A link with a token opens the bot as somebody: the demo asks as whom.
export function askWho(people, address, { onChoose, onCopy }) {
  const list = el("ul", { class: "dialog-people" });
  for (const person of people) {
    list.append(
      el(
        "li",
        {},
        el(
          "button",
          {
            type: "button",
            "data-open-as": person.id,
            onclick: () => {
              node.close();
              onChoose(person);
            },
          },
          avatar(person.id, person.name),
          el("span", { class: "person-words" }, el("b", { text: person.name }), person.note ? el("span", { text: person.note }) : null),
        ),
      ),
    );
  }
  const node = showDialog(
    "Qui obre aquest enllaç?",
    el("p", { class: "dialog-address", text: address }),
    list,
    el(
      "div",
      { class: "dialog-end" },
      el("button", { type: "button", text: "Copia l'enllaç", onclick: () => { node.close(); onCopy(); } }),
      el("button", { type: "button", text: "Tanca", onclick: () => node.close() }),
    ),
  );
}
