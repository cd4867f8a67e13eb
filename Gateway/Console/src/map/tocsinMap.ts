import type { Feature, LineString, Polygon } from 'geojson';
import { Map as MapLibreMap, NavigationControl, ScaleControl, setWorkerCount, setWorkerUrl, type GeoJSONSource, type MapMouseEvent } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { BoardIncident, Settings, Station, Unit } from '../api/types';
import type { Box } from '../live/area';
import type { LiveStore } from '../live/store';
import { FeatureDiffer } from './diff';
import { incidentPoint, stationPoint, unitPoint, wayLine, type Project } from './features';
import { gcj02ToWgs84, wgs84ToGcj02 } from './gcj02';
import { boxAround, graticule, type Place } from './geo';
import { baseStyle } from './baseStyle';
import { layers, pickable, sourceOptions, sources, type SourceName } from './layers';
import { symbol } from './symbols';

setWorkerUrl(workerUrl);
// One is enough for what is drawn here; each costs memory for a whole shift.
setWorkerCount(1);

/** What somebody points at. */
export type Pick = { kind: 'incident' | 'unit'; id: string };

export interface TocsinMapOptions {
  container: HTMLElement;
  settings: Settings['map'];
  /** What MapLibre says, in the reader's language. */
  locale: Record<string, string>;
  interactive: boolean;
  camera: { centre: Place; zoom: number };
  onPick?: (pick: Pick | null, place: Place) => void;
  onMove?: (box: Box, centre: Place, zoom: number) => void;
  /** A unit was drawn onto an incident. Absent: units cannot be drawn. */
  onDrop?: (unitId: string, incidentId: string) => void;
}

// Units move once a second; an incident that comes in shows within a quarter of one.
const redrawMs = { moved: 1_000, changed: 250 };
// Fingers and mice are not that exact.
const reachPixels = 14;

/** The map: shows a store's picture, and says what is pointed at. All coordinates that go in and come out are WGS 84. */
export class TocsinMap {
  readonly #map: MapLibreMap;
  readonly #project: Project;
  readonly #unproject: (lon: number, lat: number) => Place;
  readonly #differs = new Map<SourceName, FeatureDiffer>();
  #ready = false;
  #store: LiveStore | null = null;
  #only: { incidents: ReadonlySet<string>; units: ReadonlySet<string> } | null = null;
  #now: () => number = Date.now;
  #chosen: Pick | null = null;
  #stations: readonly Station[] = [];
  #tracks: readonly { unitId: string; points: readonly (Place & { at: string })[]; label: string }[] = [];
  #seen = { incidents: -1, units: -1, positions: -1, second: -1 };
  #drawnAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsubscribe: () => void = () => undefined;
  #ways = true;

  constructor(private readonly options: TocsinMapOptions) {
    const shifted = options.settings.datum === 'gcj02' && Boolean(options.settings.tileUrl ?? options.settings.styleUrl);
    this.#project = shifted
      ? (lat, lon) => {
          const there = wgs84ToGcj02({ lat, lon });
          return [there.lon, there.lat];
        }
      : (lat, lon) => [lon, lat];
    this.#unproject = shifted ? (lon, lat) => gcj02ToWgs84({ lat, lon }) : (lon, lat) => ({ lat, lon });
    this.#map = new MapLibreMap({
      container: options.container,
      style: { version: 8, sources: {}, layers: [] },
      center: this.#project(options.camera.centre.lat, options.camera.centre.lon),
      zoom: options.camera.zoom,
      interactive: options.interactive,
      locale: options.locale,
      attributionControl: options.settings.attribution || options.settings.styleUrl ? { compact: true } : false,
      // North stays up: whoever reads a direction aloud must not have to think.
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      fadeDuration: 0,
      // Tiles of a second ago are of no use to anybody.
      maxTileCacheSize: 0,
      renderWorldCopies: false,
      validateStyle: false,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    if (options.interactive) {
      this.#map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
      this.#map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-right');
    }
    this.#map.on('moveend', () => this.#moved());
    if (options.onPick) this.#map.on('click', (e) => options.onPick!(this.#at(e.point), this.#unproject(e.lngLat.lng, e.lngLat.lat)));
    if (options.onDrop) this.#hand(options.onDrop);
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const style = await baseStyle(this.options.settings);
    const map = this.#map;
    map.setMissingStyleImageResolver((id) => {
      const made = symbol(id);
      if (made && !map.hasImage(id)) map.addImage(id, made.image, { pixelRatio: made.pixelRatio });
    });
    map.once('style.load', () => {
      for (const name of sources) map.addSource(name, sourceOptions);
      for (const layer of layers()) map.addLayer(layer);
      this.#ready = true;
      this.#drawGround();
      this.#moved();
      this.choose(this.#chosen);
      this.#redraw();
    });
    map.setStyle(style, { diff: false });
  }

  /** Shows this store from now on; `now` says which instant is shown, in milliseconds. */
  show(store: LiveStore, now: () => number, only: { incidents: ReadonlySet<string>; units: ReadonlySet<string> } | null = null): void {
    this.#unsubscribe();
    this.#store = store;
    this.#now = now;
    this.#only = only;
    this.#seen = { incidents: -1, units: -1, positions: -1, second: -1 };
    this.#unsubscribe = store.subscribe(() => this.#later());
    this.#redraw();
  }

  /** A second is over: what was in time may be late. */
  tick(): void {
    this.#later();
  }

  setStations(stations: readonly Station[]): void {
    this.#stations = stations;
    this.#drawGround();
  }

  setTracks(tracks: readonly { unitId: string; points: readonly (Place & { at: string })[]; label: string }[]): void {
    this.#tracks = tracks;
    this.#drawTracks();
  }

  setWays(shown: boolean): void {
    this.#ways = shown;
    this.#seen.units = -1;
    this.#later();
  }

  choose(pick: Pick | null): void {
    this.#chosen = pick;
    if (!this.#ready) return;
    this.#map.setFilter('chosen', ['==', ['get', 'id'], pick?.kind === 'incident' ? pick.id : '']);
    this.#map.setFilter('chosen-unit', ['==', ['get', 'id'], pick?.kind === 'unit' ? pick.id : '']);
    this.#seen.units = -1;
    this.#later();
  }

  /** Brings a place into the middle. */
  goTo(place: Place, zoom?: number): void {
    this.#map.easeTo({ center: this.#project(place.lat, place.lon), ...(zoom === undefined ? {} : { zoom }), duration: quiet() ? 0 : 300 });
  }

  /** Shows all of these. */
  fit(places: Iterable<Place>, animate = true): void {
    const box = boxAround(places);
    if (!box) return;
    this.#map.fitBounds([this.#project(box.south, box.west), this.#project(box.north, box.east)], { padding: 48, maxZoom: 15, duration: animate && !quiet() ? 300 : 0 });
  }

  zoomBy(steps: number): void {
    this.#map.zoomTo(this.#map.getZoom() + steps, { duration: quiet() ? 0 : 200 });
  }

  /** Where in the container a place is shown. */
  pixelOf(place: Place): { x: number; y: number } {
    return this.#map.project(this.#project(place.lat, place.lon));
  }

  placeAt(x: number, y: number): Place {
    const { lng, lat } = this.#map.unproject([x, y]);
    return this.#unproject(lng, lat);
  }

  panBy(x: number, y: number): void {
    this.#map.panBy([x, y], { duration: 0 });
  }

  destroy(): void {
    this.#unsubscribe();
    clearTimeout(this.#timer);
    this.#map.remove();
  }

  #moved(): void {
    const bounds = this.#map.getBounds();
    const [a, b] = [this.#unproject(bounds.getWest(), bounds.getSouth()), this.#unproject(bounds.getEast(), bounds.getNorth())];
    const box = { south: a.lat, west: a.lon, north: b.lat, east: b.lon };
    if (this.#ready) this.#drawGraticule(box);
    const centre = this.#map.getCenter();
    this.options.onMove?.(box, this.#unproject(centre.lng, centre.lat), this.#map.getZoom());
  }

  #at(point: { x: number; y: number }, kinds: readonly (keyof typeof pickable)[] = ['incidents', 'units']): Pick | null {
    if (!this.#ready) return null;
    const box: [[number, number], [number, number]] = [[point.x - reachPixels, point.y - reachPixels], [point.x + reachPixels, point.y + reachPixels]];
    let [found, nearest]: [Pick | null, number] = [null, Infinity];
    for (const feature of this.#map.queryRenderedFeatures(box, { layers: kinds.flatMap((kind) => [...pickable[kind]]) })) {
      if (feature.geometry.type !== 'Point') continue;
      const at = this.#map.project(feature.geometry.coordinates as [number, number]);
      const distance = (at.x - point.x) ** 2 + (at.y - point.y) ** 2;
      if (distance < nearest) [found, nearest] = [{ kind: feature.layer.id === 'units' ? 'unit' : 'incident', id: String(feature.properties['id']) }, distance];
    }
    return found;
  }

  // Drawing a unit onto an incident: a line follows the hand, and what it would be dropped on is marked.
  #hand(onDrop: (unitId: string, incidentId: string) => void): void {
    const map = this.#map;
    map.on('mousemove', (e) => (map.getCanvas().style.cursor = this.#at(e.point) ? 'pointer' : ''));
    map.on('mousedown', (down) => {
      const unit = down.originalEvent.button === 0 ? this.#at(down.point) : null;
      const from = unit?.kind === 'unit' ? this.#placeOfUnit(unit.id) : null;
      if (!unit || !from) return;
      down.preventDefault();
      let target: Pick | null = null;
      const before = this.#chosen;
      const move = (e: MapMouseEvent) => {
        target = this.#at(e.point, ['incidents']);
        map.setFilter('chosen', ['==', ['get', 'id'], target?.id ?? '']);
        map.getCanvas().style.cursor = 'grabbing';
        this.#set('hand', [{ type: 'Feature', id: 'hand', properties: { id: 'hand' }, geometry: { type: 'LineString', coordinates: [this.#project(from.lat, from.lon), [e.lngLat.lng, e.lngLat.lat]] } }]);
      };
      const end = () => {
        map.off('mousemove', move);
        removeEventListener('mouseup', end);
        removeEventListener('keydown', leave);
        this.#set('hand', []);
        this.choose(before);
        if (target) onDrop(unit.id, target.id);
      };
      const leave = (e: KeyboardEvent) => {
        if (e.key !== 'Escape') return;
        target = null;
        end();
      };
      map.on('mousemove', move);
      addEventListener('mouseup', end);
      addEventListener('keydown', leave);
    });
  }

  #placeOfUnit(id: string): Place | null {
    const [unit, position] = [this.#store?.units.get(id), this.#store?.positions.get(id)];
    if (position) return position;
    return unit?.home?.lat != null && unit.home.lon != null ? { lat: unit.home.lat, lon: unit.home.lon } : null;
  }

  // However much comes in, it is drawn at most so often.
  #later(): void {
    if (this.#timer !== undefined || !this.#store) return;
    const store = this.#store;
    const changed = store.versionOf('incidents') !== this.#seen.incidents || store.versionOf('units') !== this.#seen.units;
    const wait = Math.max(0, this.#drawnAt + (changed ? redrawMs.changed : redrawMs.moved) - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#redraw();
    }, wait);
  }

  #redraw(): void {
    const store = this.#store;
    if (!store || !this.#ready) return;
    this.#drawnAt = performance.now();
    const now = this.#now();
    const seen = { incidents: store.versionOf('incidents'), units: store.versionOf('units'), positions: store.versionOf('positions'), second: Math.floor(now / 1000) };
    const before = this.#seen;
    this.#seen = seen;
    const isShown = (kind: 'incidents' | 'units', id: string) => this.#only === null || this.#only[kind].has(id);
    if (seen.incidents !== before.incidents || seen.second !== before.second) this.#set('incidents', pointsOf(store.incidents.values(), (i) => (isShown('incidents', i.id) ? incidentPoint(i, now, this.#project) : null)));
    if (seen.units === before.units && seen.positions === before.positions) return;
    this.#set('units', pointsOf(store.units.values(), (u) => (isShown('units', u.id) ? unitPoint(u, store.positions.get(u.id), this.#project) : null)));
    this.#set('ways', pointsOf(store.units.values(), (u) => (this.#ways && isShown('units', u.id) ? this.#way(u) : null)));
  }

  #way(unit: Unit): Feature | null {
    if (unit.incidentId === null || (unit.status !== 'assigned' && unit.status !== 'enRoute')) return null;
    const incident: BoardIncident | undefined = this.#store!.incidents.get(unit.incidentId);
    const from = this.#placeOfUnit(unit.id);
    if (!incident || !from) return null;
    const strong = this.#chosen !== null && (this.#chosen.id === unit.id || this.#chosen.id === incident.id);
    return wayLine(unit, from, incident, strong, this.#project);
  }

  #drawGround(): void {
    if (!this.#ready) return;
    this.#set('stations', pointsOf(this.#stations, (s) => stationPoint(s, this.#project)));
    this.#set('areas', pointsOf(this.#stations, (s) => this.#area(s)));
    this.#drawTracks();
  }

  #area(station: Station): Feature | null {
    const area = station.area as Polygon | { type: 'MultiPolygon'; coordinates: number[][][][] } | null;
    if (!area) return null;
    const ring = (points: number[][]) => points.map(([lon, lat]) => this.#project(lat!, lon!));
    const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
    return { type: 'Feature', id: station.id, properties: { id: station.id }, geometry: { type: 'MultiPolygon', coordinates: polygons.map((p) => p.map(ring)) } };
  }

  #drawTracks(): void {
    if (!this.#ready) return;
    this.#set('track', this.#tracks.filter((t) => t.points.length > 1).map((t): Feature<LineString> => ({ type: 'Feature', id: t.unitId, properties: { id: t.unitId }, geometry: { type: 'LineString', coordinates: t.points.map((p) => this.#project(p.lat, p.lon)) } })));
    this.#set('trackPoints', this.#tracks.flatMap((t) => t.points.slice(0, 1).map((p): Feature => ({ type: 'Feature', id: t.unitId, properties: { id: t.unitId, label: t.label }, geometry: { type: 'Point', coordinates: this.#project(p.lat, p.lon) } }))));
  }

  // Over a real map it would only be in the way.
  #drawGraticule(box: Box): void {
    if (this.options.settings.tileUrl || this.options.settings.styleUrl) return;
    const { lats, lons } = graticule(box);
    const line = (id: string, coordinates: [number, number][]): Feature => ({ type: 'Feature', id, properties: { id }, geometry: { type: 'LineString', coordinates } });
    this.#set('graticule', [
      ...lats.map((lat) => line(`lat${lat}`, [this.#project(lat, box.west), this.#project(lat, box.east)])),
      ...lons.map((lon) => line(`lon${lon}`, [this.#project(box.south, lon), this.#project(box.north, lon)])),
    ]);
  }

  #set(name: SourceName, features: Iterable<Feature>): void {
    let differ = this.#differs.get(name);
    if (!differ) this.#differs.set(name, (differ = new FeatureDiffer()));
    const diff = differ.next(features);
    const source = this.#map.getSource<GeoJSONSource>(name);
    if (diff && source) void source.updateData(diff as Parameters<GeoJSONSource['updateData']>[0]);
  }
}

function* pointsOf<T>(items: Iterable<T>, draw: (item: T) => Feature | null): Iterable<Feature> {
  for (const item of items) {
    const feature = draw(item);
    if (feature) yield feature;
  }
}

const quiet = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
