import type { BoardIncident, Unit, UnitPosition } from '../api/types';
import type { Box } from '../live/area';
import { pressing } from '../incident/urgency';
import { distanceMeters, isIn, type Place } from './geo';

/** A row of the list beside the map. */
export type NearItem =
  | { kind: 'incident'; id: string; meters: number; place: Place; late: boolean; incident: BoardIncident }
  | { kind: 'unit'; id: string; meters: number; place: Place; position: UnitPosition | undefined; unit: Unit };

export interface NearQuery {
  box: Box;
  centre: Place;
  text: string;
  incidents: boolean;
  units: boolean;
}

/** The longest list that is shown; the search finds the others. */
export const nearMax = 80;

/** Where a unit is: its last position, else its home; null: not known. */
export function placeOf(unit: Unit, position: UnitPosition | undefined): Place | null {
  if (position) return { lat: position.lat, lon: position.lon };
  return unit.home?.lat != null && unit.home.lon != null ? { lat: unit.home.lat, lon: unit.home.lon } : null;
}

/** The incidents and units in a box, nearest to its centre first; with a search text, those that match it anywhere. Distances in metres. */
export function near(
  picture: { incidents: Iterable<BoardIncident>; units: Iterable<Unit>; positions: ReadonlyMap<string, UnitPosition> },
  { box, centre, text, incidents, units }: NearQuery,
  nowMs: number,
): { items: NearItem[]; total: number } {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = (searched: string) => words.every((word) => searched.includes(word));
  const items: NearItem[] = [];
  if (incidents)
    for (const incident of picture.incidents) {
      const { lat, lon, address } = incident.location ?? { lat: null, lon: null, address: null };
      if (lat === null || lon === null) continue;
      const place = { lat, lon };
      if (words.length > 0 ? !found(`${incident.number} ${incident.category} ${address ?? ''}`.toLocaleLowerCase()) : !isIn(box, place))
        continue;
      items.push({
        kind: 'incident',
        id: incident.id,
        place,
        meters: distanceMeters(centre, place),
        late: pressing(incident.clocks, nowMs)?.alarm === 'late',
        incident,
      });
    }
  if (units)
    for (const unit of picture.units) {
      const position = picture.positions.get(unit.id);
      const place = placeOf(unit, position);
      if (!place) continue;
      if (
        words.length > 0 ? !found(`${unit.id} ${unit.callSign} ${unit.kind} ${unit.station ?? ''}`.toLocaleLowerCase()) : !isIn(box, place)
      )
        continue;
      items.push({ kind: 'unit', id: unit.id, place, meters: distanceMeters(centre, place), position, unit });
    }
  items.sort((a, b) => a.meters - b.meters || (a.id < b.id ? -1 : 1));
  return { items: items.slice(0, nearMax), total: items.length };
}

/** The new list in the order of the old one, new items at the end: while somebody points at a list, its rows must not move. */
export function inHeldOrder(before: readonly NearItem[], now: readonly NearItem[]): NearItem[] {
  const rank = new Map(before.map((item, index) => [`${item.kind} ${item.id}`, index]));
  const of = (item: NearItem) => rank.get(`${item.kind} ${item.id}`) ?? before.length;
  return [...now].sort((a, b) => of(a) - of(b));
}
