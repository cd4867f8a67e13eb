import { query } from '../api/client';
import type { components } from '../api/schema';
import { instantAt } from '../i18n/zoned';

export type AccessItem = components['schemas']['AccessItem'];

/** What is looked for in the log, as the address has it: days as they were typed. */
export interface Asked {
  subject: string;
  thing: string;
  from: string;
  to: string;
}

export function askedOf(search: URLSearchParams): Asked {
  const text = (name: string) => (search.get(name) ?? '').trim();
  return { subject: text('subject'), thing: text('thing'), from: text('from'), to: text('to') };
}

/** The address of a question, without what is not asked. */
export const addressOf = (asked: Asked): string => `/access${query({ ...asked })}`;

/** What the gateway is asked; the last day is meant as a whole. */
export function requestOf({ subject, thing, from, to }: Asked, limit: number, cursor: string | null): string {
  return `/access${query({
    subject,
    thing,
    from: from ? instantAt(`${from}T00:00:00`) : null,
    to: to ? instantAt(`${dayAfter(to)}T00:00:00`) : null,
    limit,
    cursor,
  })}`;
}

function dayAfter(day: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
  return Number.isNaN(next.getTime()) ? day : next.toISOString().slice(0, 10);
}

/** Whether a text names a thing: a kind and an id. */
export const isThing = (text: string): boolean => text === '' || /^[A-Za-z]+\/[^/]+$/.test(text);

const pages: Readonly<Record<string, string>> = { incident: 'incidents', call: 'calls', unit: 'units' };

/** A thing in its parts, with the address of its page; null: it has none. */
export function partsOf(thing: string): { kind: string; id: string; page: string | null } {
  const slash = thing.indexOf('/');
  const [kind, id] = [thing.slice(0, slash), thing.slice(slash + 1)];
  const page = pages[kind];
  return { kind, id, page: page ? `/${page}/${encodeURIComponent(id)}` : null };
}

/** An id as a table shows it: the long ones by their beginning. */
export const shortId = (id: string): string => (id.length > 12 ? `${id.slice(0, 8)}…` : id);
