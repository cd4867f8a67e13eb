import type { components } from '../api/schema';
import type { Needs } from './kinds';

/** To whom a directive goes: exactly one of the three. */
export type Recipient = components['schemas']['IssueDirectives']['to'][number];

/** As the form keeps it: `station/guhan`, `unit/P07`, `subject/li`. */
export type RecipientKey = `${'station' | 'unit' | 'subject'}/${string}`;

/** The most recipients of one issue. */
export const recipientsMax = 50;

export function recipientOf(key: RecipientKey): Recipient {
  const slash = key.indexOf('/');
  return { [key.slice(0, slash)]: key.slice(slash + 1) };
}

/** The keys that a kept line names; what is none is left out. */
export const keysOf = (line: string): RecipientKey[] =>
  line.split('\n').filter((key): key is RecipientKey => /^(station|unit|subject)\/./.test(key));

interface Known {
  stations: readonly { id: string; name: string; kind?: string; retired?: boolean; external?: boolean }[];
  units: readonly { id: string; callSign: string }[];
}

export interface Offer {
  key: RecipientKey;
  name: string;
  is: 'station' | 'body' | 'unit' | 'person';
}

// As many as fit below the line without scrolling.
const offersMax = 8;

/**
 * Who fits what is typed, without those that are chosen: stations and bodies by name or id, units by call sign or id, then a person of the
 * centre by the word itself. `only`: bodies alone, or stations and bodies that sign in here.
 */
export function offersOf(typed: string, chosen: readonly RecipientKey[], { stations, units }: Known, only: Needs['only']): Offer[] {
  const word = typed.trim().toLocaleLowerCase();
  const fits = (...names: string[]) => names.some((name) => name.toLocaleLowerCase().includes(word));
  const offers: Offer[] = [
    ...stations
      .filter((s) => s.retired !== true && (only !== 'bodies' || s.kind === 'body') && (only !== 'desks' || s.external !== true))
      .filter((s) => fits(s.id, s.name))
      .map((s): Offer => ({ key: `station/${s.id}`, name: s.name, is: s.kind === 'body' ? 'body' : 'station' })),
    ...units
      .filter((u) => only === null && fits(u.id, u.callSign))
      .map((u): Offer => ({ key: `unit/${u.id}`, name: u.callSign, is: 'unit' })),
  ];
  const free = offers.filter(({ key }) => !chosen.includes(key)).slice(0, offersMax);
  const person: Offer = { key: `subject/${typed.trim()}`, name: typed.trim(), is: 'person' };
  return word === '' || only !== null || chosen.includes(person.key) ? free : [...free, person];
}
