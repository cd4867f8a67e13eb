import type { Feature } from 'geojson';
import type { Unit } from '../api/types';
import type { LiveStore } from '../live/store';
import { formats } from '../i18n/format';
import { accuracyCircle, incidentPoint, unitPoint, wayLine, type Project } from './features';
import type { Place } from './geo';
import { featuresOf, type MapSources } from './mapSources';
import { placeOf } from './near';
import type { Pick } from './picking';

/** The ids to which a map is limited. */
export interface Only {
  incidents: ReadonlySet<string>;
  units: ReadonlySet<string>;
}

// Units move once a second; a new incident shows within a quarter of a second.
const redrawMs = { moved: 1_000, changed: 250 };
const nothingSeen = { incidents: -1, units: -1, positions: -1, second: -1, minute: -1 };

/** Draws incidents, units and their ways from a store, again whenever it changes, but not more often than `redrawMs`. */
export class PictureDrawing {
  #ready = false;
  #store: LiveStore | null = null;
  #only: Only | null = null;
  #now: () => number = Date.now;
  #chosen: Pick | null = null;
  #ways = true;
  #seen = nothingSeen;
  #drawnAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsubscribe: () => void = () => undefined;

  constructor(
    private readonly sources: MapSources,
    private readonly project: Project,
  ) {}

  /** The style is there: now things can be drawn. */
  begin(): void {
    this.#ready = true;
    this.#draw();
  }

  /** Shows this store from now on; `now` says which instant is shown, in milliseconds; `only` null: everything. */
  show(store: LiveStore, now: () => number, only: Only | null): void {
    this.#unsubscribe();
    this.#store = store;
    this.#now = now;
    this.#only = only;
    this.#seen = nothingSeen;
    this.#unsubscribe = store.subscribe(() => this.drawSoon());
    this.#draw();
  }

  /** Whether lines show which incident a unit is on its way to. */
  setWays(shown: boolean): void {
    this.#ways = shown;
    this.#drawUnitsSoon();
  }

  /** The way of what is chosen is drawn stronger. */
  choose(pick: Pick | null): void {
    this.#chosen = pick;
    this.#drawUnitsSoon();
  }

  /** Where a unit is drawn; null: nowhere. */
  placeOfUnit(id: string): Place | null {
    const unit = this.#store?.units.get(id);
    return unit ? placeOf(unit, this.#store!.positions.get(id)) : null;
  }

  /** Something changed, or a second is over. */
  drawSoon(): void {
    if (this.#timer !== undefined || !this.#store) return;
    const store = this.#store;
    const changed = store.versionOf('incidents') !== this.#seen.incidents || store.versionOf('units') !== this.#seen.units;
    const wait = Math.max(0, this.#drawnAt + (changed ? redrawMs.changed : redrawMs.moved) - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#draw();
    }, wait);
  }

  stop(): void {
    this.#unsubscribe();
    clearTimeout(this.#timer);
  }

  #drawUnitsSoon(): void {
    this.#seen = { ...this.#seen, units: -1 };
    this.drawSoon();
  }

  #draw(): void {
    const store = this.#store;
    if (!store || !this.#ready) return;
    this.#drawnAt = performance.now();
    const now = this.#now();
    const before = this.#seen;
    const seen = {
      incidents: store.versionOf('incidents'),
      units: store.versionOf('units'),
      positions: store.versionOf('positions'),
      second: Math.floor(now / 1000),
      minute: Math.floor(now / 60_000),
    };
    this.#seen = seen;
    if (seen.incidents !== before.incidents || seen.second !== before.second) this.#drawIncidents(store, now);
    const moved = seen.units !== before.units || seen.positions !== before.positions;
    // Old positions say how old they are, in minutes.
    if (moved || seen.minute !== before.minute) this.#drawUnits(store, now);
  }

  #drawIncidents(store: LiveStore, now: number): void {
    const draw = featuresOf(store.incidents.values(), (i) =>
      this.#isShown('incidents', i.id) ? incidentPoint(i, now, this.project) : null,
    );
    this.sources.set('incidents', draw);
    this.sources.set(
      'places',
      featuresOf(store.incidents.values(), ({ id, location }) =>
        this.#isShown('incidents', id) && location?.lat != null && location.lon !== null
          ? accuracyCircle(id, { lat: location.lat, lon: location.lon }, location.accuracy, this.project)
          : null,
      ),
    );
  }

  #drawUnits(store: LiveStore, now: number): void {
    const shown = [...store.units.values()].filter((u) => this.#isShown('units', u.id));
    const { duration } = formats();
    this.sources.set('units', featuresOf(shown, (u) => unitPoint(u, store.positions.get(u.id), this.project, now, duration)));
    const circle = (u: Unit) => {
      const position = store.positions.get(u.id);
      return position ? accuracyCircle(u.id, position, position.accuracy, this.project) : null;
    };
    this.sources.set('accuracy', featuresOf(shown, circle));
    this.sources.set('ways', featuresOf(this.#ways ? shown : [], (u) => this.#way(u, store)));
  }

  #isShown(kind: keyof Only, id: string): boolean {
    return this.#only === null || this.#only[kind].has(id);
  }

  #way(unit: Unit, store: LiveStore): Feature | null {
    if (unit.incidentId === null || (unit.status !== 'assigned' && unit.status !== 'enRoute')) return null;
    const incident = store.incidents.get(unit.incidentId);
    const from = placeOf(unit, store.positions.get(unit.id));
    if (!incident || !from) return null;
    const isStrong = this.#chosen !== null && (this.#chosen.id === unit.id || this.#chosen.id === incident.id);
    return wayLine(unit, from, incident, isStrong, this.project);
  }
}
