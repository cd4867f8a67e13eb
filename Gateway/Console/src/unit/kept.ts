import { serverClock } from '../time/serverClock';
import type { Letter } from './letters';
import type { Picture } from './picture';

const pictureKey = 'tocsin.unit.picture';
// How far the phone's clock is off, in milliseconds: a report that is pressed without a network must carry the centre's time, also after
// the page was loaded again.
const clockKey = 'tocsin.unit.clock';

/** What is kept on the phone of the last picture, so that the page opens without a network. */
export interface Kept {
  picture: Picture;
  letters: readonly Letter[];
}

/** The kept picture of a unit; null: there is none, or it is of another unit or of an older page. */
export function readKept(unitId: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(pictureKey) ?? 'null') as Kept | null;
    return kept?.picture.unit?.id === unitId ? kept : null;
  } catch {
    // An older page may have kept another shape.
    return null;
  }
}

export function keep(kept: Kept): void {
  localStorage.setItem(pictureKey, JSON.stringify(kept));
}

export function forgetKept(): void {
  localStorage.removeItem(pictureKey);
}

/** Keeps how far the clock is off, as the gateway's answers say. */
export function keepClock(): void {
  localStorage.setItem(clockKey, String(Math.round(serverClock.offsetMs)));
}

/** Corrects the clock by what was kept, until the gateway says more. */
export function restoreClock(): void {
  serverClock.assume(Number(localStorage.getItem(clockKey) ?? 0));
}
