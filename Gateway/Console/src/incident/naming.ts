import { naming } from '../api/naming';
import type { BoardIncident } from '../api/types';
import { live } from '../live/live';
import { splitNumber } from './terms';

/** An incident as people say it: "0034: fraud, Dongda Street". */
export function spokenOf({ number, category, location }: Pick<BoardIncident, 'number' | 'category' | 'location'>): string {
  return `${splitNumber(number)[1]}: ${[category, location?.address].filter(Boolean).join(', ')}`;
}

/** The same of an open incident by its id; the end of the id when it is not on the board. */
export function spokenById(id: string): string {
  const incident = live.incidents.get(id);
  return incident ? spokenOf(incident) : id.slice(0, 8);
}

naming.thingOf = (path) => {
  const [, kind, id] = path.split('/');
  if (id === undefined) return undefined;
  if (kind === 'incidents' && live.incidents.has(id)) return spokenById(id);
  if (kind === 'directives') return live.items.directives.get(id)?.number;
  return kind === 'units' ? (live.units.get(id)?.callSign ?? id) : undefined;
};
