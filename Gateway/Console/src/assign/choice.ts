import type { Recommendation, ResponsePlan, Unit } from '../api/types';
import { compareIds } from '../live/ids';

/** Who could go. */
export interface Offers {
  plan: ResponsePlan | null;
  best: readonly Recommendation[];
  /** Nobody knows how far anybody is: units stand by station. */
  unknownPlace: boolean;
}

/** The contract's limit on recommendations. */
export const offeredMax = 50;
/** As many as there are keys to choose them by. */
export const offeredAtFirst = 9;

// A probe's unit is no car, and who called for help is sent to nobody.
const isFree = (unit: Unit) => unit.status === 'available' && unit.kind !== 'probe' && !unit.panicIncidentId;

/** How many free units stand in no list. */
export function notShown(units: Iterable<Unit>, shown: readonly Recommendation[]): number {
  const listed = new Set(shown.map((u) => u.unitId));
  return [...units].filter((u) => isFree(u) && !listed.has(u.id)).length;
}

/** The free units, station by station: for an incident of which neither place nor station is known. */
export function freeByStation(units: Iterable<Unit>, nameOf: (station: string) => string, most: number): Recommendation[] {
  const name = (unit: Unit) => (unit.station === null ? '\uffff' : nameOf(unit.station));
  return [...units]
    .filter(isFree)
    .sort((a, b) => name(a).localeCompare(name(b)) || compareIds(a.station ?? '', b.station ?? '') || compareIds(a.id, b.id))
    .slice(0, most)
    .map((u) => ({ unitId: u.id, etaSeconds: null, distanceMeters: null, reasons: [] }));
}

/** Units that stand one behind another and are of one station, each group with its station. */
export function groupsOf(
  units: readonly Recommendation[],
  stationOf: (unitId: string) => string | null,
): { station: string | null; first: number; units: Recommendation[] }[] {
  const groups: { station: string | null; first: number; units: Recommendation[] }[] = [];
  units.forEach((unit, i) => {
    const station = stationOf(unit.unitId);
    const last = groups.at(-1);
    if (last && last.station === station) last.units.push(unit);
    else groups.push({ station, first: i, units: [unit] });
  });
  return groups;
}

/**
 * The units that are ticked before anybody chose: those of the run card, else the best if nobody is on the incident. Nobody where the place
 * is not known: then the first of the list is first by name only.
 */
export function proposedOf(offers: Offers | null, isAttended: boolean): string[] {
  if (!offers || offers.unknownPlace) return [];
  if (offers.plan) return offers.plan.needs.flatMap((n) => n.units.map((u) => u.unitId));
  return isAttended ? [] : offers.best.slice(0, 1).map((u) => u.unitId);
}
