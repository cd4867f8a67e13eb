import { centreTimeZone } from './format';

/**
 * The instant of a date and time as the centre's clocks show it ("2026-11-24T10:05:09"), whatever the browser's zone is; null: none.
 * Where clocks are put back an hour comes twice: the first is meant.
 */
export function instantAt(wall: string, timeZone: string = centreTimeZone()): string | null {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  // The offset before and after any change of clocks nearby; the earlier instant of those that read as it says.
  const candidates = [asUtc - offsetMs(asUtc - dayMs, timeZone), asUtc - offsetMs(asUtc + dayMs, timeZone)].sort((a, b) => a - b);
  const found = candidates.find((at) => at + offsetMs(at, timeZone) === asUtc) ?? candidates[0]!;
  return new Date(found).toISOString();
}

/** The date and time that the centre's clocks show at an instant, to the second, as a field for both holds it: "2026-11-24T10:05:09". */
export function wallOf(instant: string, timeZone: string = centreTimeZone()): string {
  const at = Date.parse(instant);
  return new Date(Math.floor(at / 1000) * 1000 + offsetMs(at, timeZone)).toISOString().slice(0, 19);
}

const dayMs = 86_400_000;

function offsetMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((p) => p.type === type)!.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(at / 1000) * 1000;
}
