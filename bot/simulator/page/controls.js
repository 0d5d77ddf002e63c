// The demo's own controls: the clock, the bot's process, the look of the page.

import { el } from "./dom.js";
import { server } from "./server.js";
import { attempt, showStatus } from "./status.js";
import { fieldValue, fullWords, madridIso, nowWords, seconds } from "./time.js";

const find = (name) => document.querySelector(`[data-control="${name}"]`);

const HOUR = 3600;
const MOVES = {
  "clock-5-may": () => server.clockTo("2020-05-05T09:30:00+02:00"),
  "clock-8-may": () => server.clockTo("2020-05-08T23:59:50+02:00"),
  "clock-hour": () => server.advance(HOUR),
  "clock-day": () => server.advance(24 * HOUR),
  "clock-week": () => server.advance(7 * 24 * HOUR),
};

export function startControls(store, { onInspector, onArrival }) {
  startClock(store);
  startDeeds(store, onArrival);
  startBot(store);
  startLine(store);
  startPanel();
  startTheme();
  const inspector = find("inspector");
  inspector.addEventListener("click", () => {
    const shown = inspector.getAttribute("aria-pressed") !== "true";
    inspector.setAttribute("aria-pressed", String(shown));
    onInspector(shown);
    if (shown) openPanel(false);
  });
}

function startClock(store) {
  const words = document.querySelector("[data-clock]");
  const small = document.querySelector("[data-clock-seconds]");
  const field = find("clock-field");

  function tick() {
    const now = store.now();
    const text = nowWords(now);
    if (words.textContent !== text) {
      words.textContent = text;
      words.dateTime = new Date(now).toISOString();
      words.title = fullWords(now);
    }
    small.textContent = `${seconds(now)} s`;
  }
  store.on("clock", tick);
  store.on("clock", () => {
    if (document.activeElement !== field) field.value = fieldValue(store.now());
  });
  setInterval(tick, 1000);

  for (const [name, move] of Object.entries(MOVES)) find(name).addEventListener("click", () => attempt(move));
  document.querySelector("[data-clock-form]").addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(() => server.clockTo(madridIso(field.value)));
  });
}

// What the demonstration can do in one press; the server says which there are, and what came of it.
// Those that move the clock stand beside it.
function startDeeds(store, onArrival) {
  const group = document.querySelector("[data-deeds-group]");
  const list = document.querySelector("[data-deeds]");
  const clockList = document.querySelector("[data-clock-deeds]");
  let doing = false;

  async function run(name) {
    if (doing) return;
    doing = true;
    let outcome = {};
    const done = await attempt(async () => (outcome = await server.deed(name)));
    doing = false;
    if (!done) return;
    onArrival(outcome.show ?? []);
    showStatus(outcome.said);
  }
  store.on("loaded", () => {
    const buttons = (deeds) =>
      deeds.map(({ name, label }) =>
        el("button", { type: "button", "data-control": `deed-${name}`, text: label, onclick: () => run(name) }),
      );
    const others = store.deeds.filter(({ clock }) => !clock);
    group.hidden = !others.length;
    list.replaceChildren(...buttons(others));
    clockList.replaceChildren(...buttons(store.deeds.filter(({ clock }) => clock)));
  });
}

function startBot(store) {
  const state = document.querySelector("[data-bot-state]");
  const kill = find("kill");
  const start = find("start");
  let changing = null;

  function draw() {
    const { running, fell } = store.bot;
    const text = changing ?? (running ? "El bot funciona" : fell ? "El bot ha caigut" : "El bot està aturat");
    if (state.textContent !== text) state.textContent = text;
    state.dataset.running = changing ? "changing" : String(running);
    // Not "disabled": a disabled button would drop the keyboard's focus at the moment it is used.
    kill.setAttribute("aria-disabled", String(!running || Boolean(changing)));
    start.setAttribute("aria-disabled", String(running || Boolean(changing)));
  }

  async function change(button, action, words) {
    if (button.getAttribute("aria-disabled") === "true") return;
    changing = words;
    draw();
    await attempt(() => server.bot(action));
    changing = null;
    draw();
  }
  kill.addEventListener("click", () => change(kill, "kill", "S'atura el bot…"));
  start.addEventListener("click", () => change(start, "start", "S'engega el bot…"));
  store.on("bot", draw);
}

function startLine(store) {
  const button = find("line");
  const state = document.querySelector("[data-line-state]");

  function draw() {
    const cut = Boolean(store.line?.cut);
    button.hidden = !store.line;
    button.classList.toggle("harsh", !cut);
    button.textContent = cut ? "Torna a connectar la xarxa" : "Talla la xarxa";
    state.replaceChildren(
      ...(cut
        ? [
            el("b", { text: "Xarxa tallada" }),
            el("span", { text: "El bot i Telegram no es poden parlar. El que escriviu espera i arribarà quan la torneu a connectar." }),
          ]
        : []),
    );
  }
  button.addEventListener("click", () => attempt(() => server.line(store.line?.cut ? "mend" : "cut")));
  store.on("line", draw);
}

// Only on narrower screens does the panel open and close; on wide ones it is always there.
function openPanel(opened) {
  find("panel").setAttribute("aria-expanded", String(opened));
  document.querySelector("[data-panel]").classList.toggle("open", opened);
}

function startPanel() {
  const toggle = find("panel");
  const panel = document.querySelector("[data-panel]");
  toggle.addEventListener("click", () => openPanel(toggle.getAttribute("aria-expanded") !== "true"));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || toggle.getAttribute("aria-expanded") !== "true") return;
    openPanel(false);
    toggle.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.closest("[data-panel], [data-control=panel], .menu, .status")) openPanel(false);
  });
}

function startTheme() {
  const button = find("theme");
  const draw = () => {
    button.textContent = window.xmessTheme.current() === "dark" ? "Posa el mode clar" : "Posa el mode fosc";
  };
  button.addEventListener("click", () => {
    window.xmessTheme.toggle();
    draw();
  });
  window.xmessTheme.onChange(draw);
  draw();
}
