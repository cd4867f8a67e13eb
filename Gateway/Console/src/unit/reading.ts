import { api } from '../api/client';
import { Problem } from '../api/problem';
import type { Incident, Page, Unit } from '../api/types';
import type { Letter } from './letters';

const lettersPage = 50;

/** The unit with its crew, which no feed carries; `missing`: the centre knows no such unit; null: nobody answered. */
export function readUnit(id: string): Promise<Unit | 'missing' | null> {
  return api.get<Unit>(`/units/${id}`).catch((error: unknown) => (error instanceof Problem && error.status === 404 ? 'missing' : null));
}

/** The incident with its callers' numbers, which no feed carries: a unit that goes there may have them. Null: nobody answered. */
export function readIncident(id: string): Promise<Incident | null> {
  return api.get<Incident>(`/incidents/${id}`).catch(() => null);
}

/** The newest messages to a unit or on an incident (`/units/ID` or `/incidents/ID`); none when nobody answered. */
export async function readLetters(thing: string): Promise<readonly Letter[]> {
  const page = await api.get<Page<Letter>>(`${thing}/messages?limit=${lettersPage}`).catch(() => null);
  return page?.items ?? [];
}
