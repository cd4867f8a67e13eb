import { expect, test } from 'vitest';
import type { Incident } from '../api/types';
import { missingOf, offered, type ClosingNeed } from './closing';

const record = (more: Partial<Incident>): Incident =>
  ({ feedback: [], parties: [], owner: null, location: null, status: 'onScene', ...more }) as unknown as Incident;
const all: ClosingNeed[] = ['feedback', 'place', 'party', 'results', 'owner'];
const feedback = (results: Record<string, number>) =>
  [{ unitId: null, outcome: 'x', narrative: null, results, occurredAt: 'T', station: null }] as unknown as Incident['feedback'];

test('what an outcome needs and is not there is missing, in its own order', () => {
  expect(missingOf({ needs: all }, record({}))).toEqual(all);
  expect(missingOf({ needs: [] }, record({}))).toEqual([]);
  expect(missingOf({ needs: all }, record({ feedback: feedback({}) }))).toEqual(['place', 'party', 'results', 'owner']);
  expect(missingOf({ needs: all }, record({ feedback: feedback({ arrests: 1 }) }))).toEqual(['place', 'party', 'owner']);
});

test('a party is missing until there is one, and not where the page knows of none', () => {
  const parties = [{ n: 1 }] as unknown as NonNullable<Incident['parties']>;
  expect(missingOf({ needs: ['party'] }, record({ parties }))).toEqual([]);
  const board = record({}) as Partial<Incident>;
  delete board.parties;
  expect(missingOf({ needs: ['party'] }, board as Incident)).toEqual([]);
});

test('an owner is missing until it is assessed, and not where the page knows of none', () => {
  expect(missingOf({ needs: ['owner'] }, record({ owner: 'guhan' }))).toEqual([]);
  const board = record({}) as Partial<Incident>;
  delete board.owner;
  expect(missingOf({ needs: ['owner'] }, board as Incident)).toEqual([]);
});

test('an address is no coordinates', () => {
  const needs: ClosingNeed[] = ['place'];
  expect(missingOf({ needs }, record({ location: { lat: null, lon: null, address: 'mill' } }))).toEqual(['place']);
  expect(missingOf({ needs }, record({ location: { lat: 36.5, lon: 113, address: null } }))).toEqual([]);
});

test('a page that has only the board does not say that results are missing', () => {
  expect(missingOf({ needs: ['feedback', 'results'] }, record({ status: 'reported' }))).toEqual([]);
});

test('what is typed leaves the outcomes that fit, and one that is named leaves all', () => {
  const outcomes = ['调解', '送医', '送返家属'].map((word) => ({ word }));
  const words = (typed: string) => offered(outcomes, typed).map((o) => o.word);
  expect(words('')).toEqual(['调解', '送医', '送返家属']);
  expect(words('送')).toEqual(['送医', '送返家属']);
  expect(words(' 送医 ')).toEqual(['调解', '送医', '送返家属']);
  expect(words('x')).toEqual(['调解', '送医', '送返家属']);
});
