import type { Feature, LineString, Polygon } from 'geojson';
import type { Station } from '../api/types';
import type { Box } from '../live/area';
import { stationPoint, type Project } from './features';
import { graticule, type Place } from './geo';
import { featuresOf, type MapSources } from './mapSources';

/** The way of a unit over some time, newest point first, with the label of that point. */
export interface Track {
  unitId: string;
  label: string;
  points: readonly (Place & { at: string })[];
}

/** Draws what lies below incidents and units: stations with their areas, tracks, and lines of latitude and longitude. */
export class Ground {
  #stations: readonly Station[] = [];
  #tracks: readonly Track[] = [];
  #ready = false;

  constructor(
    private readonly sources: MapSources,
    private readonly project: Project,
    /** Over a real map the lines of latitude and longitude would only be in the way. */
    private readonly hasBaseMap: boolean,
  ) {}

  /** The style is there: now things can be drawn. */
  begin(): void {
    this.#ready = true;
    this.setStations(this.#stations);
    this.setTracks(this.#tracks);
  }

  setStations(stations: readonly Station[]): void {
    this.#stations = stations;
    if (!this.#ready) return;
    this.sources.set('stations', featuresOf(stations, (s) => stationPoint(s, this.project)));
    this.sources.set('areas', featuresOf(stations, (s) => areaOf(s, this.project)));
  }

  setTracks(tracks: readonly Track[]): void {
    this.#tracks = tracks;
    if (!this.#ready) return;
    this.sources.set('track', featuresOf(tracks, (t) => trackLine(t, this.project)));
    this.sources.set('trackPoints', featuresOf(tracks, (t) => trackEnd(t, this.project)));
  }

  /** The lines of latitude and longitude in the box that is shown. */
  drawGraticule(box: Box): void {
    if (!this.#ready || this.hasBaseMap) return;
    const { lats, lons } = graticule(box);
    this.sources.set('graticule', [
      ...lats.map((lat) => line(`lat${lat}`, [this.project(lat, box.west), this.project(lat, box.east)])),
      ...lons.map((lon) => line(`lon${lon}`, [this.project(box.south, lon), this.project(box.north, lon)])),
    ]);
  }
}

function areaOf(station: Station, project: Project): Feature | null {
  const area = station.area as Polygon | { type: 'MultiPolygon'; coordinates: number[][][][] } | null;
  if (!area) return null;
  const ring = (points: number[][]) => points.map(([lon, lat]) => project(lat!, lon!));
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return {
    type: 'Feature',
    id: station.id,
    properties: { id: station.id },
    geometry: { type: 'MultiPolygon', coordinates: polygons.map((p) => p.map(ring)) },
  };
}

function trackLine({ unitId, points }: Track, project: Project): Feature<LineString> | null {
  return points.length > 1 ? line(unitId, points.map((p) => project(p.lat, p.lon))) : null;
}

function trackEnd({ unitId, label, points }: Track, project: Project): Feature | null {
  const [end] = points;
  if (!end) return null;
  return {
    type: 'Feature',
    id: unitId,
    properties: { id: unitId, label },
    geometry: { type: 'Point', coordinates: project(end.lat, end.lon) },
  };
}

function line(id: string, coordinates: [number, number][]): Feature<LineString> {
  return { type: 'Feature', id, properties: { id }, geometry: { type: 'LineString', coordinates } };
}
