import { splitNumber } from './terms';

/** The incidents that a number may name. */
export interface NumberedIncidents {
  /** Numbers of open incidents, as `261124-0012`, with their ids. */
  incidents: readonly { id: string; number: string }[];
  /** The incident that is open on the screen: `.` names it. */
  shown: string | null;
}

/** The incident that the end of a number names. Of several days the newest counts, if it has only one such incident. */
export function findIncident(word: string, known: NumberedIncidents): { id: string } | 'noIncident' | 'manyIncidents' {
  if (word === '.') return known.shown ? { id: known.shown } : 'noIncident';
  if (!/^[\d-]+$/.test(word)) return 'noIncident';
  const exact = known.incidents.find((i) => i.number === word);
  if (exact) return { id: exact.id };
  const wanted = word.replace(/^0+(?=\d)/, '');
  // 12 is 0012, not 0112: people leave out the zeros. Only when there is no such number, any number that ends so.
  const spoken = known.incidents.filter((i) => splitNumber(i.number)[1].replace(/^0+/, '') === wanted);
  const found = spoken.length > 0 ? spoken : known.incidents.filter((i) => i.number.endsWith(word));
  if (found.length === 0) return 'noIncident';
  const newest = found.reduce((day, i) => (i.number.slice(0, 6) > day ? i.number.slice(0, 6) : day), '');
  const ofNewest = found.filter((i) => i.number.startsWith(newest));
  return ofNewest.length === 1 ? { id: ofNewest[0]!.id } : 'manyIncidents';
}
