import type { Unit, UnitStatus } from '../api/types';
import { compareIds } from '../live/ids';

const order: Record<UnitStatus, number> = { available: 0, assigned: 1, enRoute: 2, onScene: 3, outOfService: 4, offDuty: 5 };

/** The units by station, in order of the stations' ids, units without a station last; in each group free units come first. */
export function byStation(units: readonly Unit[]): [station: string | null, units: Unit[]][] {
  const groups = new Map<string | null, Unit[]>();
  for (const unit of units) {
    const group = groups.get(unit.station);
    if (group) group.push(unit);
    else groups.set(unit.station, [unit]);
  }
  for (const group of groups.values()) group.sort((a, b) => order[a.status] - order[b.status] || compareIds(a.id, b.id));
  return [...groups].sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : compareIds(a, b)));
}
