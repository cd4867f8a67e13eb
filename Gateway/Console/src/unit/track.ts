/** A position as the gateway takes it. */
export interface Fix {
  lat: number;
  lon: number;
  at: string;
  speed: number | null;
  heading: number | null;
}

/** How often a position is told: at most every 5 s while it moves, at least every 13 s while it stands, as vehicles do. */
export const tellEveryMs = { moving: 5_000, standing: 13_000 } as const;
// Without a network the newest are kept: ten minutes of a moving unit.
const fixesMax = 120;
const movedMetres = 15;
const metresPerDegree = 111_195;

/** Which of the fixes that a phone sees are told, and when. Telemetry: what is not told in time is let go, oldest first. */
export class Track {
  #waiting: Fix[] = [];
  #told: Fix | null = null;
  newest: Fix | null = null;

  /** Takes a fix; one that is older than the newest is no news. */
  see(fix: Fix): void {
    if (this.newest && fix.at <= this.newest.at) return;
    this.newest = fix;
    const last = this.#waiting.at(-1) ?? this.#told;
    if (last && Date.parse(fix.at) - Date.parse(last.at) < (moved(last, fix) ? tellEveryMs.moving : tellEveryMs.standing)) return;
    this.#waiting.push(fix);
    if (this.#waiting.length > fixesMax) this.#waiting.shift();
  }

  /** What is to be told now. */
  due(): readonly Fix[] {
    return this.#waiting;
  }

  /** Those were told, or never will be. */
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
