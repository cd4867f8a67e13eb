import type { Feature, LineString, Point, Polygon } from 'geojson';
import type { BoardIncident, Station, Unit, UnitPosition } from '../api/types';
import { splitNumber } from '../incident/terms';
import { pressing } from '../incident/urgency';
import { circleAround, type Place } from './geo';

/** From WGS 84 degrees to the coordinates of the base map; longitude first, as in GeoJSON. */
export type Project = (lat: number, lon: number) => [lon: number, lat: number];

/** The properties of a drawn item. `id` is also the feature's id, so that the item can be replaced alone. */
export interface Drawn {
  id: string;
  icon: string;
  label: string;
  /** Degrees from north; absent: not known. */
  heading?: number;
  stale?: boolean;
  late?: boolean;
}

export type DrawnPoint = Feature<Point, Drawn>;
export type DrawnLine = Feature<LineString, { id: string; strong: boolean }>;

export type UnitKind = 'car' | 'moto' | 'foot' | 'medic' | 'fire';

// Kinds are the centre's own words: the shape is guessed from usual words in both languages; most units are cars.
const kindWords: readonly [UnitKind, RegExp][] = [
  ['moto', /moto|bike|cycle|摩托|骑/i],
  ['foot', /foot|officer|beat|步|徒/i],
  ['medic', /medic|ambul|rescue|als|bls|急救|救护/i],
  ['fire', /fire|engine|truck|chief|ladder|消防/i],
];

export function kindOf(kind: string): UnitKind {
  return kindWords.find(([, words]) => words.test(kind))?.[0] ?? 'car';
}

export function incidentPoint(incident: BoardIncident, nowMs: number, project: Project): DrawnPoint | null {
  const { lat, lon } = incident.location ?? {};
  if (lat == null || lon == null) return null;
  const late = pressing(incident.clocks, nowMs)?.alarm === 'late';
  return point(project(lat, lon), {
    id: incident.id,
    icon: `i${incident.priority}${late ? '!' : ''}`,
    label: splitNumber(incident.number)[1],
    late,
  });
}

/** How old a position is, as text; asked for old ones only. */
export type AgeText = (seconds: number) => string;

export function unitPoint(
  unit: Unit,
  position: UnitPosition | undefined,
  project: Project,
  nowMs: number,
  ageText: AgeText,
): DrawnPoint | null {
  // A unit without a position is drawn at its home.
  const at = position ?? unit.home;
  if (at?.lat == null || at.lon == null) return null;
  const stale = position?.stale ?? true;
  return point(project(at.lat, at.lon), {
    id: unit.id,
    icon: `u-${kindOf(unit.kind)}-${unit.status}${stale ? '~' : ''}`,
    label: position?.stale ? `${unit.callSign} · ${ageText(ageOf(position, nowMs))}` : unit.callSign,
    stale,
    ...(position?.heading == null || stale ? {} : { heading: position.heading }),
  });
}

// Whole minutes: the label of an old position does not change each second.
function ageOf(position: UnitPosition, nowMs: number): number {
  const minutes = Math.floor((nowMs - Date.parse(position.at)) / 60_000);
  return Number.isFinite(minutes) ? Math.max(1, minutes) * 60 : 60;
}

// A smaller circle would lie under the unit's own symbol.
const circleFromMeters = 25;

/** The circle within which something is; null: it is known well enough, or not known at all. */
export function accuracyCircle(id: string, place: Place, accuracy: number | null | undefined, project: Project): Feature<Polygon> | null {
  if (accuracy == null || accuracy < circleFromMeters) return null;
  const ring = circleAround(place, accuracy).map((p) => project(p.lat, p.lon));
  return { type: 'Feature', id, properties: { id }, geometry: { type: 'Polygon', coordinates: [ring] } };
}

export function stationPoint(station: Station, project: Project): DrawnPoint | null {
  const { lat, lon } = station.location ?? {};
  return lat == null || lon == null ? null : point(project(lat, lon), { id: station.id, icon: 'station', label: station.name });
}

/** The line from a unit on its way to its incident. */
export function wayLine(unit: Unit, from: Place, incident: BoardIncident, strong: boolean, project: Project): DrawnLine | null {
  const { lat, lon } = incident.location ?? {};
  if (lat == null || lon == null) return null;
  return {
    type: 'Feature',
    id: unit.id,
    geometry: { type: 'LineString', coordinates: [project(from.lat, from.lon), project(lat, lon)] },
    properties: { id: unit.id, strong },
  };
}

function point(coordinates: [number, number], properties: Drawn): DrawnPoint {
  return { type: 'Feature', id: properties.id, geometry: { type: 'Point', coordinates }, properties };
}
