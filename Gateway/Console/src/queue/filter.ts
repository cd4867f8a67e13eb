import type { BoardIncident, IncidentStatus } from '../api/types';

export interface QueueFilter {
  text: string;
  status: IncidentStatus | '';
  station: string;
  /** Only what this station or unit has to do with, or what is open at this console. */
  mine: boolean;
}

export const noFilter: QueueFilter = { text: '', status: '', station: '', mine: false };

export interface Mine {
  station: string | null;
  unitId: string | null;
  opened: ReadonlySet<string>;
}

const searched = (i: BoardIncident): string =>
  [i.number, i.category, i.location?.address ?? '', i.summary ?? '', ...i.assignments.map((a) => a.unitId)].join(' ').toLocaleLowerCase();

/** Whether an incident passes the filter. Every word must occur in the number, category, address, summary or units. */
export function matches(incident: BoardIncident, filter: QueueFilter, mine: Mine): boolean {
  if (filter.status !== '' && incident.status !== filter.status) return false;
  if (filter.station !== '' && incident.station !== filter.station) return false;
  if (filter.mine && !isMine(incident, mine)) return false;
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = searched(incident);
  return words.every((word) => text.includes(word));
}

function isMine(incident: BoardIncident, { station, unitId, opened }: Mine): boolean {
  return (
    (station !== null && incident.station === station) ||
    (unitId !== null && incident.assignments.some((a) => a.unitId === unitId)) ||
    opened.has(incident.id)
  );
}
