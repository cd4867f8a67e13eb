/** A position as the gateway takes it. */
export interface Fix {
  lat: number;
  lon: number;
  at: string;
  speed: number | null;
  heading: number | null;
  /** The radius in metres within which the phone is; null: not known. */
  accuracy: number | null;
}

/** How often a position is sent: at most every 5 s while the unit moves, at least every 13 s while it stands. */
export const tellEveryMs = { moving: 5_000, standing: 13_000 } as const;
// Without a network the newest positions are kept: ten minutes of a moving unit.
const fixesMax = 120;
const movedMetres = 15;
// As the gateway judges: faster than this from a fix of less than ten minutes before, a fix is odd until a second one agrees.
const speedMax = 100;
const comparedMs = 600_000;
const metresPerDegree = 111_195;

/** Chooses which of the phone's positions are sent, and when. Positions that cannot be sent are dropped, oldest first. */
export class Track {
  #waiting: Fix[] = [];
  #told: Fix | null = null;
  #odd: Fix | null = null;
  newest: Fix | null = null;

  /** Takes a position; one that is not newer than the newest is ignored, and so is one that cannot be. */
  see(fix: Fix): void {
    if (!isFix(fix) || (this.newest && fix.at <= this.newest.at)) return;
    const odd = this.#odd;
    const isOdd = this.newest !== null && isJump(this.newest, fix);
    const agrees = odd !== null && fix.at > odd.at && !isJump(odd, fix);
    this.#odd = isOdd && !agrees ? fix : null;
    if (isOdd && agrees) this.#take(odd);
    if (this.#odd === null) this.#take(fix);
  }

  #take(fix: Fix): void {
    this.newest = fix;
    const last = this.#waiting.at(-1) ?? this.#told;
    if (last && Date.parse(fix.at) - Date.parse(last.at) < (moved(last, fix) ? tellEveryMs.moving : tellEveryMs.standing)) return;
    this.#waiting.push(fix);
    if (this.#waiting.length > fixesMax) this.#waiting.shift();
  }

  /** The positions to send now, oldest first. */
  due(): readonly Fix[] {
    return this.#waiting;
  }

  /** These were sent. */
  told(fixes: readonly Fix[]): void {
    this.#told = fixes.at(-1) ?? this.#told;
    this.#waiting = this.#waiting.filter((f) => !fixes.includes(f));
  }
}

// Exactly 0, 0 is what a device says that has no fix.
function isFix({ lat, lon, at }: Fix): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0) && !Number.isNaN(Date.parse(at));
}

function isJump(a: Fix, b: Fix): boolean {
  const ms = Date.parse(b.at) - Date.parse(a.at);
  return ms < comparedMs && metres(a, b) > speedMax * Math.max(1, ms / 1000);
}

function moved(a: Fix, b: Fix): boolean {
  return metres(a, b) > movedMetres;
}

function metres(a: Fix, b: Fix): number {
  const north = (a.lat - b.lat) * metresPerDegree;
  const east = (a.lon - b.lon) * metresPerDegree * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}
