/** A day of the centre, as `2017-01-01`. */
export type Day = string;

const dayMs = 86_400_000;
/** The contract's limit on a report. */
export const daysMax = 400;

function parts(at: number, timeZone: string): { day: Day; offsetMs: number } {
  const found = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(at)
      .map((p) => [p.type, p.value]),
  );
  const day = `${found['year']}-${found['month']}-${found['day']}`;
  const asUtc = Date.parse(`${day}T${found['hour']}:${found['minute']}:${found['second']}Z`);
  return { day, offsetMs: asUtc - Math.floor(at / 1000) * 1000 };
}

/** The day in a time zone at an instant, in milliseconds since 1970. */
export function dayOf(at: number, timeZone: string): Day {
  return parts(at, timeZone).day;
}

/** The instant at which a day begins there, in milliseconds; where a clock change skips midnight, the first instant of that day. */
export function startOf(day: Day, timeZone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // The offset is that of the instant looked for; two guesses reach it on every side of a clock change.
  let at = utc - parts(utc, timeZone).offsetMs;
  at = utc - parts(at, timeZone).offsetMs;
  while (dayOf(at, timeZone) < day) at += 1_800_000;
  return at;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

export function isDay(text: string | null): text is Day {
  return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && text >= '2000-01-01';
}
