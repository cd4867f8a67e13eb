import type { Station } from '../api/types';
import type { Person } from '../signin/claims';
import { may } from '../signin/may';

/** The kinds that the form offers to everybody who may issue: words without a behaviour. */
export const plainKinds = ['warn', 'dissuade', 'verify', 'assess', 'freeze', 'video', 'notify', 'assist'] as const;
/** Those that only the centre issues. */
export const centreKinds = ['handle', 'lookOut', 'followUp', 'complete', 'transfer', 'rectify', 'supervise'] as const;

/** What a kind needs beside recipients and a text. */
export interface Needs {
  /** It hangs on an incident (`call`: or on a call). */
  on: 'incident' | 'call' | null;
  validUntil: boolean;
  nextAt: boolean;
  /** The names of what a record lacks. */
  fields: boolean;
  /** Who alone receives it: bodies, or stations and bodies that sign in here; null: anybody. */
  only: 'bodies' | 'desks' | null;
}

const nothing: Needs = { on: null, validUntil: false, nextAt: false, fields: false, only: null };
const ofKind: Readonly<Record<string, Partial<Needs>>> = {
  handle: { on: 'incident', only: 'desks' },
  lookOut: { validUntil: true },
  followUp: { on: 'incident', nextAt: true },
  complete: { on: 'call', fields: true },
  transfer: { on: 'call', only: 'bodies' },
};

export const needsOf = (kind: string): Needs => ({ ...nothing, ...ofKind[kind] });

/** The kinds that need nothing more than recipients and a text: the command line issues those. */
export const shortKinds: readonly string[] = [...plainKinds, ...centreKinds].filter((kind) => {
  const { validUntil, nextAt, fields } = needsOf(kind);
  return !validUntil && !nextAt && !fields;
});

/** A closed incident takes all kinds but these. */
export const needsOpen = (kind: string): boolean => kind === 'handle' || kind === 'lookOut' || kind === 'assist';

type Signed = Pick<Person, 'roles' | 'station'>;
type Known = Pick<Station, 'id' | 'mayInstruct'>;

/** Whether a person issues only as a station: on what is its own, and only if the centre lets it. */
export const issuesAsStation = (person: Signed): boolean =>
  person.roles.includes('station') && !may({ roles: person.roles.filter((role) => role !== 'station') }, 'issueDirectives');

/** The kinds that a person may issue, in the order of the form; none: the form is not offered. */
export function issuableBy(person: Signed, stations: readonly Known[]): readonly string[] {
  if (!may(person, 'issueDirectives')) return [];
  if (issuesAsStation(person) && stations.find(({ id }) => id === person.station)?.mayInstruct !== true) return [];
  return may(person, 'issueFollowUps') ? [...plainKinds, ...centreKinds] : plainKinds;
}
