import { request } from '../api/client';
import { serverClock } from '../time/serverClock';
import { Track, type Fix } from './track';

export type PlaceState = { is: 'unasked' | 'denied' | 'none' } | { is: 'on'; accuracy: number | null };

const storageKey = 'tocsin.unit.place';
const tellMs = 1_000;
// A phone that stands still reports no position by itself: it is asked this often.
const askMs = 12_000;

/** Follows the unit's position while it is on duty, with its consent, and tells the centre. A lost position is not sent again. */
export class Place {
  #state: PlaceState = { is: 'geolocation' in navigator ? 'unasked' : 'none' };
  #track = new Track();
  #unit: string | null = null;
  #watch: number | null = null;
  #timers: ReturnType<typeof setInterval>[] = [];
  #telling = false;
  #listeners = new Set<() => void>();

  state = (): PlaceState => this.#state;
  newest = (): Fix | null => this.#track.newest;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The unit to follow while it is on duty; null: off duty, nothing is followed. */
  set(unit: string | null): void {
    if (unit === this.#unit) return;
    this.#unit = unit;
    if (unit === null) this.#stop();
    else if (localStorage.getItem(storageKey) === 'yes') this.share();
  }

  /** The unit agrees to share its position: the browser may ask for permission. */
  share(): void {
    if (this.#state.is === 'none' || this.#watch !== null) return;
    localStorage.setItem(storageKey, 'yes');
    this.#watch = navigator.geolocation.watchPosition(this.#see, this.#fail, { enableHighAccuracy: true });
    this.#timers = [
      setInterval(() => void this.#tell(), tellMs),
      setInterval(
        () =>
          navigator.geolocation.getCurrentPosition(this.#see, () => undefined, {
            enableHighAccuracy: true,
            maximumAge: 4_000,
            timeout: askMs,
          }),
        askMs,
      ),
    ];
  }

  #stop(): void {
    if (this.#watch !== null) navigator.geolocation.clearWatch(this.#watch);
    this.#watch = null;
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
    if (this.#state.is === 'on') this.#set({ is: 'unasked' });
  }

  #see = ({ coords, timestamp }: GeolocationPosition): void => {
    this.#track.see({
      lat: coords.latitude,
      lon: coords.longitude,
      at: new Date(timestamp + serverClock.offsetMs).toISOString(),
      speed: finite(coords.speed),
      heading: finite(coords.heading),
      accuracy: coords.accuracy >= 0 ? finite(coords.accuracy) : null,
    });
    this.#set({ is: 'on', accuracy: Math.round(coords.accuracy) });
  };

  #fail = (error: GeolocationPositionError): void => {
    if (error.code !== error.PERMISSION_DENIED) return;
    localStorage.removeItem(storageKey);
    this.#stop();
    this.#set({ is: 'denied' });
  };

  async #tell(): Promise<void> {
    const fixes = [...this.#track.due()];
    if (this.#telling || fixes.length === 0 || this.#unit === null) return;
    this.#telling = true;
    try {
      await request('POST', '/api/v1/positions', { body: fixes.map((fix) => ({ unitId: this.#unit, ...fix })) });
      this.#track.told(fixes);
    } catch {
      // They wait with the next ones.
    } finally {
      this.#telling = false;
    }
  }

  #set(state: PlaceState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

const finite = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null);
