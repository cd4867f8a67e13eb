import { expect, test } from 'vitest';
import { centreKinds, issuableBy, issuesAsStation, plainKinds } from './kinds';

const stations = [{ id: 'guhan', mayInstruct: true }, { id: 'siting', mayInstruct: false }];
const as = (role: string, station: string | null = null) => ({ roles: [role] as never, station });

test('the centre issues every kind, a call-taker the words without a behaviour', () => {
  for (const role of ['dispatcher', 'supervisor']) expect(issuableBy(as(role), stations)).toEqual([...plainKinds, ...centreKinds]);
  expect(issuableBy(as('callTaker'), stations)).toEqual(plainKinds);
});

test('a station issues only where the centre lets it', () => {
  expect(issuableBy(as('station', 'guhan'), stations)).toEqual(plainKinds);
  for (const none of ['siting', 'nowhere', null]) expect(issuableBy(as('station', none), stations)).toEqual([]);
});

test('a unit, an auditor and an administrator issue nothing', () => {
  for (const role of ['unit', 'auditor', 'admin']) expect(issuableBy(as(role), stations)).toEqual([]);
});

test('who is of a station and of the centre issues for the centre', () => {
  const both = { roles: ['station', 'dispatcher'] as never, station: 'siting' };
  expect(issuesAsStation(both)).toBe(false);
  expect(issuableBy(both, stations)).toContain('lookOut');
});
