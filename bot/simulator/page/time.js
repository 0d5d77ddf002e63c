// Dates and hours as the bot writes them, always in Europe/Madrid whatever the visitor's own zone is.

const ZONE = "Europe/Madrid";
const DAYS = ["diumenge", "dilluns", "dimarts", "dimecres", "dijous", "divendres", "dissabte"];
const MONTHS = [
  "de gener", "de febrer", "de març", "d'abril", "de maig", "de juny",
  "de juliol", "d'agost", "de setembre", "d'octubre", "de novembre", "de desembre",
];

// Only numbers are asked of Intl: its Catalan patterns put a comma after the weekday, ours do not.
const numbers = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE, hourCycle: "h23",
  year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
});

function inMadrid(instant) {
  const parts = {};
  for (const { type, value } of numbers.formatToParts(instant)) parts[type] = Number(value);
  return parts;
}

const two = (number) => String(number).padStart(2, "0");

export function dayKey(instant) {
  const { year, month, day } = inMadrid(instant);
  return `${year}-${two(month)}-${two(day)}`;
}

export function dayWords(instant) {
  const { year, month, day } = inMadrid(instant);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return `${DAYS[weekday]} ${day} ${MONTHS[month - 1]}`;
}

export function hourWords(instant) {
  const { hour, minute } = inMadrid(instant);
  return `${hour}.${two(minute)}\u00a0h`;
}

export const nowWords = (instant) => `${dayWords(instant)}, ${hourWords(instant)}`;

export const fullWords = (instant) => `${dayWords(instant)} de ${inMadrid(instant).year}, ${hourWords(instant)}`;

export const seconds = (instant) => inMadrid(instant).second;

export function preciseWords(instant) {
  const { hour, minute, second } = inMadrid(instant);
  return `${hour}.${two(minute)}.${two(second)}`;
}

// The value of a datetime-local field.
export function fieldValue(instant) {
  const { year, month, day, hour, minute, second } = inMadrid(instant);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
}

// From a wall clock in Madrid to an instant with its offset. The offset depends on the instant that is sought:
// two rounds settle it, also on the days when summer time begins or ends.
export function madridIso(wall) {
  const asUtc = Date.parse(`${wall.length === 16 ? `${wall}:00` : wall}Z`);
  let offset = 0;
  for (let round = 0; round < 2; round += 1) offset = offsetAt(asUtc - offset);
  const minutes = Math.round(offset / 60000);
  return `${new Date(asUtc).toISOString().slice(0, 19)}+${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function offsetAt(instant) {
  const { year, month, day, hour, minute, second } = inMadrid(instant);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

export function sizeWords(bytes) {
  if (!Number.isFinite(bytes)) return "";
  if (bytes < 1000) return `${bytes} bytes`;
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  return `${amount.toLocaleString("ca", { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${unit}`;
}
