import { query } from '../api/client';
import { instantAt } from '../i18n/zoned';

export const kinds = ['incidents', 'calls'] as const;
export type Kind = (typeof kinds)[number];

export const states = ['all', 'open', 'closed'] as const;
export const sorts = ['received', 'priority', 'late'] as const;

/** What is looked for, as the address has it: words and days as they were typed. A caller's number is never part of it. */
export interface Asked {
  kind: Kind;
  q: string;
  from: string;
  to: string;
  status: (typeof states)[number];
  priority: string;
  category: string;
  station: string;
  unit: string;
  disposition: string;
  sort: (typeof sorts)[number];
}

export function askedOf(search: URLSearchParams): Asked {
  const one = <T extends string>(all: readonly T[], name: string) => all.find((a) => a === search.get(name)) ?? all[0]!;
  const text = (name: string) => search.get(name) ?? '';
  return {
    kind: one(kinds, 'kind'),
    q: text('q'),
    from: text('from'),
    to: text('to'),
    status: one(states, 'status'),
    priority: text('priority'),
    category: text('category'),
    station: text('station'),
    unit: text('unit'),
    disposition: text('disposition'),
    sort: one(sorts, 'sort'),
  };
}

/** The address of a search, without what is as usual. */
export function addressOf(asked: Asked): string {
  const usual = askedOf(new URLSearchParams());
  return `/find${query(Object.fromEntries(Object.entries(asked).filter(([name, value]) => value !== usual[name as keyof Asked])))}`;
}

/** What the gateway is asked; the last day is meant as a whole. */
export function requestOf(asked: Asked, limit: number): string {
  const times = {
    q: asked.q.trim(),
    from: asked.from ? instantAt(`${asked.from}T00:00:00`) : null,
    to: asked.to ? instantAt(`${dayAfter(asked.to)}T00:00:00`) : null,
  };
  if (asked.kind === 'calls') return `/calls${query({ ...times, limit })}`;
  const { status, priority, category, station, unit, disposition, sort } = asked;
  return `/incidents${query({
    ...times,
    status,
    priority,
    category: category.trim(),
    station,
    unit: unit.trim(),
    disposition: disposition.trim(),
    sort: sort === 'received' ? null : sort,
    limit,
  })}`;
}

function dayAfter(day: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
  return Number.isNaN(next.getTime()) ? day : next.toISOString().slice(0, 10);
}

/** Whether a number has enough digits for a caller to be looked for. */
export function isNumber(text: string): boolean {
  return text.normalize('NFKC').replace(/[^0-9]/g, '').length >= 4;
}
