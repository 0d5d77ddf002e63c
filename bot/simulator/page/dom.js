// Small helpers to build elements; no framework, so that the page works from one folder, offline.

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "text") node.textContent = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

// Heard by screen readers, not seen.
export const heard = (text) => el("span", { class: "sr-only", text });

const PATHS = {
  attach: "M20 11.5l-8 8a5 5 0 0 1-7.1-7.1l8.3-8.3a3.4 3.4 0 0 1 4.8 4.8l-8.2 8.2a1.7 1.7 0 0 1-2.4-2.4l7.4-7.4",
  bell: "M3 3l18 18M9 18a3 3 0 0 0 6 0M6 17h9M18 13v-3a6 6 0 0 0-9-5.2M6 9v5l-2 3",
  check: "M5 12.5l4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6L6 18",
  copy: "M9 9h10v11H9zM5 15V4h10",
  document: "M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h5",
  down: "M12 5v14M6 13l6 6 6-6",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  link: "M8 16L17 7M10 7h7v7",
  location: "M12 21s-7-6.2-7-11a7 7 0 0 1 14 0c0 4.8-7 11-7 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  menu: "M4 7h16M4 12h16M4 17h10",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  photo: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5v.01",
  pin: "M9 4h6l-1 6 3 3v2H7v-2l3-3zM12 15v6",
  poll: "M5 20V10M12 20V4M19 20v-7",
  reply: "M10 7L4 12l6 5v-3c5 0 8 1 10 4-.5-5-4-8-10-8z",
  send: "M4 12l16-8-6 17-3-7z",
  sticker: "M5 4h14v9l-7 7H5zM19 13h-7v7M9 9v.01M14 9v.01",
  voice: "M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon", `icon-${name}`);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

// Two letters for a person's round picture.
export const initials = (name) =>
  name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .map((word) => word[0].toLocaleUpperCase("ca"))
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join("");

// A steady hue per id, so that a person keeps the same colour; the name is always beside it.
export function hue(id) {
  let sum = 0;
  for (const char of String(id)) sum = (sum * 31 + char.codePointAt(0)) % 360;
  // Neighbouring ids would give the same shade; the golden angle spreads them round the wheel.
  return Math.round(sum * 137.5) % 360;
}

export function avatar(id, name) {
  const node = el("span", { class: "avatar", "aria-hidden": "true", text: initials(name) });
  node.style.setProperty("--hue", hue(id));
  return node;
}
