/** A position as the gateway takes it. */
export interface Fix {
  lat: number;
  lon: number;
  at: string;
  speed: number | null;
  heading: number | null;
}

/** How often a position is sent: at most every 5 s while the unit moves, at least every 13 s while it stands. */
export const tellEveryMs = { moving: 5_000, standing: 13_000 } as const;
// Without a network the newest positions are kept: ten minutes of a moving unit.
const fixesMax = 120;
const movedMetres = 15;
const metresPerDegree = 111_195;

/** Chooses which of the phone's positions are sent, and when. Positions that cannot be sent are dropped, oldest first. */
export class Track {
  #waiting: Fix[] = [];
  #told: Fix | null = null;
  newest: Fix | null = null;

  /** Takes a position; one that is not newer than the newest is ignored. */
  see(fix: Fix): void {
    if (this.newest && fix.at <= this.newest.at) return;
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

function moved(a: Fix, b: Fix): boolean {
  const north = (a.lat - b.lat) * metresPerDegree;
  const east = (a.lon - b.lon) * metresPerDegree * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east) > movedMetres;
}
