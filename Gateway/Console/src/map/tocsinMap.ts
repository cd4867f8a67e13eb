import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Settings, Station } from '../api/types';
import type { Box } from '../live/area';
import type { LiveStore } from '../live/store';
import { baseStyle } from './baseStyle';
import { boxAround, type Place } from './geo';
import { Ground, type Track } from './ground';
import { layers, sourceOptions, sources } from './layers';
import { createMapLibre } from './mapLibre';
import { MapSources } from './mapSources';
import { markChosen, pickAt, type Pick } from './picking';
import { PictureDrawing, type Only } from './pictureDrawing';
import { projectionOf, type Projection } from './projection';
import { symbol } from './symbols';
import { enableUnitDragging } from './unitDragging';

export interface TocsinMapOptions {
  container: HTMLElement;
  settings: Settings['map'];
  /** What MapLibre says, in the reader's language. */
  locale: Record<string, string>;
  interactive: boolean;
  camera: { centre: Place; zoom: number };
  onPick?: (pick: Pick | null, place: Place) => void;
  onMove?: (box: Box, centre: Place, zoom: number) => void;
  /** A unit was dragged onto an incident. Absent: units cannot be dragged. */
  onDrop?: (unitId: string, incidentId: string) => void;
}

// How long the camera moves.
const moveMs = { place: 300, zoom: 200 };
const fitPaddingPixels = 48;
const fitZoomMax = 15;

/**
 * The map: shows a store's picture, and says what is pointed at. All coordinates that go in and come out are WGS 84 degrees. The duties
 * lie in files of their own: `Ground`, `PictureDrawing`, `picking`, `unitDragging`; here they are joined, and the camera is moved.
 */
export class TocsinMap {
  readonly #map: MapLibreMap;
  readonly #projection: Projection;
  readonly #ground: Ground;
  readonly #picture: PictureDrawing;
  #ready = false;
  #chosen: Pick | null = null;

  constructor(private readonly options: TocsinMapOptions) {
    const { settings, camera, onPick, onDrop } = options;
    this.#projection = projectionOf(settings);
    const { project, unproject } = this.#projection;
    this.#map = createMapLibre({ ...options, centre: project(camera.centre.lat, camera.centre.lon), zoom: camera.zoom });
    const mapSources = new MapSources(this.#map);
    this.#ground = new Ground(mapSources, project, Boolean(settings.tileUrl || settings.styleUrl));
    this.#picture = new PictureDrawing(mapSources, project);
    this.#map.on('moveend', () => this.#moved());
    if (onPick)
      this.#map.on('click', (e) => onPick(this.#ready ? pickAt(this.#map, e.point) : null, unproject(e.lngLat.lng, e.lngLat.lat)));
    if (onDrop)
      enableUnitDragging({
        map: this.#map,
        sources: mapSources,
        project,
        isReady: () => this.#ready,
        placeOfUnit: (id) => this.#picture.placeOfUnit(id),
        restoreMark: () => this.choose(this.#chosen),
        onDrop,
      });
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
      this.#ground.begin();
      this.#moved();
      this.choose(this.#chosen);
      this.#picture.begin();
    });
    map.setStyle(style, { diff: false });
  }

  /** Shows this store from now on; `now` says which instant is shown, in milliseconds; `only` null: everything in it. */
  show(store: LiveStore, now: () => number, only: Only | null = null): void {
    this.#picture.show(store, now, only);
  }

  /** A second is over: incidents may have become late. */
  tick(): void {
    this.#picture.drawSoon();
  }

  setStations(stations: readonly Station[]): void {
    this.#ground.setStations(stations);
  }

  setTracks(tracks: readonly Track[]): void {
    this.#ground.setTracks(tracks);
  }

  setWays(shown: boolean): void {
    this.#picture.setWays(shown);
  }

  choose(pick: Pick | null): void {
    this.#chosen = pick;
    if (this.#ready) markChosen(this.#map, pick);
    this.#picture.choose(pick);
  }

  /** Brings a place into the middle; `zoom` 0 to 22, absent: as it is. */
  goTo(place: Place, zoom?: number): void {
    const center = this.#projection.project(place.lat, place.lon);
    this.#map.easeTo({ center, ...(zoom === undefined ? {} : { zoom }), duration: isQuiet() ? 0 : moveMs.place });
  }

  /** Shows all of these. */
  fit(places: Iterable<Place>, animate = true): void {
    const box = boxAround(places);
    if (!box) return;
    const { project } = this.#projection;
    this.#map.fitBounds([project(box.south, box.west), project(box.north, box.east)], {
      padding: fitPaddingPixels,
      maxZoom: fitZoomMax,
      duration: animate && !isQuiet() ? moveMs.place : 0,
    });
  }

  /** Positive: nearer. One step doubles the scale. */
  zoomBy(steps: number): void {
    this.#map.zoomTo(this.#map.getZoom() + steps, { duration: isQuiet() ? 0 : moveMs.zoom });
  }

  /** Where in the container a place is shown, in CSS pixels. */
  pixelOf(place: Place): { x: number; y: number } {
    return this.#map.project(this.#projection.project(place.lat, place.lon));
  }

  /** The place that is shown at a point of the container, in CSS pixels. */
  placeAt(x: number, y: number): Place {
    const { lng, lat } = this.#map.unproject([x, y]);
    return this.#projection.unproject(lng, lat);
  }

  /** In CSS pixels. */
  panBy(x: number, y: number): void {
    this.#map.panBy([x, y], { duration: 0 });
  }

  destroy(): void {
    this.#picture.stop();
    this.#map.remove();
  }

  #moved(): void {
    const { unproject } = this.#projection;
    const bounds = this.#map.getBounds();
    const [a, b] = [unproject(bounds.getWest(), bounds.getSouth()), unproject(bounds.getEast(), bounds.getNorth())];
    const box = { south: a.lat, west: a.lon, north: b.lat, east: b.lon };
    this.#ground.drawGraticule(box);
    const centre = this.#map.getCenter();
    this.options.onMove?.(box, unproject(centre.lng, centre.lat), this.#map.getZoom());
  }
}

const isQuiet = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
