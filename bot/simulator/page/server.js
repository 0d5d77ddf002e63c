// What is said to the demo's server and heard from it.

export class ServerError extends Error {}

// The refusals that a visitor can meet by playing; the server says them to programs, in English.
const REFUSALS = [
  [/never goes backwards/, "El rellotge no pot tornar enrere: aquest moment ja ha passat."],
  [/bot was not started from here/, "El bot no s'ha engegat des d'aquesta demostració, i no s'hi pot aturar."],
  [/has blocked the bot/, "Aquesta persona ha blocat el bot: primer cal desblocar-lo."],
  [/an edited message has/, "Un missatge editat pot tenir 4.096 caràcters com a màxim."],
  [/there is no message/, "Aquest missatge ja no hi és."],
];

const inCatalan = (error) => REFUSALS.find(([pattern]) => pattern.test(error))?.[1] ?? error;

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new ServerError("No s'ha pogut parlar amb el servidor de la demostració.");
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new ServerError(inCatalan(body.error) ?? `El servidor de la demostració ha respost ${response.status}.`);
  }
  return body;
}

const post = (path, body) =>
  request(path, {
    method: "POST",
    // The server refuses a POST without this header: no other page can send it.
    headers: { "Content-Type": "application/json", "X-Sim": "1" },
    body: JSON.stringify(body),
  });

export const server = {
  state: () => request("/sim/state", { cache: "no-store" }),
  send: (person, chat, text, replyTo) =>
    post("/sim/send", { person, chat, text, ...(replyTo ? { reply_to: replyTo } : {}) }),
  press: (person, chat, message, data) => post("/sim/press", { person, chat, message, data }),
  edit: (person, chat, message, text) => post("/sim/edit", { person, chat, message, text }),
  attach: (person, chat, kind) => post("/sim/attach", { person, chat, kind }),
  start: (person, payload) => post("/sim/start", { person, payload }),
  block: (person) => post("/sim/block", { person }),
  unblock: (person) => post("/sim/unblock", { person }),
  clockTo: (iso) => post("/sim/clock", { iso }),
  advance: (seconds) => post("/sim/clock", { advance: seconds }),
  deed: (name) => post("/sim/deed", { name }),
  bot: (action) => post("/sim/bot", { action }),
  line: (action) => post("/sim/line", { action }),
  botLog: () => request("/sim/bot", { cache: "no-store" }),
  file: (id) => `/sim/files/${encodeURIComponent(id)}`,
};

// Each opening of the stream is followed by a fresh state: whatever was said while it was closed is in there.
// Events that arrive while the state is on its way wait for it, and are applied after it, in order.
export function listen({ onState, onEvent, onLost }) {
  let waiting = null;
  let round = 0;

  async function load(fresh) {
    const mine = (round += 1);
    waiting ??= [];
    try {
      const state = await server.state();
      if (mine !== round) return;
      onState(state, fresh);
    } catch (error) {
      if (mine !== round) return;
      onLost(error.message);
      setTimeout(() => mine === round && load(fresh), 2000);
      return;
    }
    const late = waiting;
    waiting = null;
    for (const event of late) deliver(event);
  }

  function deliver(event) {
    if (event.type === "reset") {
      waiting = [];
      load(true);
    } else if (waiting) waiting.push(event);
    else onEvent(event);
  }

  const source = new EventSource("/sim/events");
  source.addEventListener("open", () => load(false));
  source.addEventListener("error", () => onLost("S'ha perdut la connexió amb el servidor de la demostració. Es torna a provar."));
  source.addEventListener("message", (message) => deliver(JSON.parse(message.data)));
  window.addEventListener("pagehide", () => source.close());
}
