import { api } from '../api/client';
import type { Incident, JournalEvent, Page, Unit } from '../api/types';
import type { Letter } from './letters';

const lettersPage = 50;
const notesPage = 20;

/** The unit with its crew, which no feed carries. */
export const readUnit = (id: string): Promise<Unit> => api.get<Unit>(`/units/${encodeURIComponent(id)}`);

/** The incident with its callers' numbers, which no feed carries: a unit that goes there may have them. Null: nobody answered. */
export function readIncident(id: string): Promise<Incident | null> {
  return api.get<Incident>(`/incidents/${encodeURIComponent(id)}`).catch(() => null);
}

/** The newest messages to a unit or on an incident (`/units/ID` or `/incidents/ID`). */
export async function readLetters(thing: string): Promise<readonly Letter[]> {
  return (await api.get<Page<Letter>>(`${thing}/messages?limit=${lettersPage}`)).items;
}

/** The newest notes on an incident and changes of it, also those from before the unit was sent. Null: nobody answered. */
export function readNotes(id: string): Promise<readonly JournalEvent[] | null> {
  return api.get<Page<JournalEvent>>(`/incidents/${encodeURIComponent(id)}/notes?limit=${notesPage}`).then((p) => p.items, () => null);
}
