import { expect, test } from 'vitest';
import { keepPersonal, partyBody, type Party } from './party';

const party = (more: object = {}): Party => ({
  n: 1,
  kind: 'person',
  role: 'missing',
  name: null,
  phone: null,
  idNumber: null,
  plate: null,
  account: null,
  description: null,
  of: null,
  state: null,
  consent: null,
  ...more,
});
const reading = (values: Record<string, string>) => (name: string) => ({ kind: 'person', role: 'missing', ...values })[name] ?? '';

test('of a new party only what was filled in is sent', () =>
  expect(partyBody(reading({ name: '老人甲', of: '2', state: 'sought' }), null)).toEqual({
    kind: 'person',
    role: 'missing',
    name: '老人甲',
    of: 2,
    state: 'sought',
  }));

test('of a known party only what was changed is sent, and what was emptied is taken away', () => {
  const known = party({ name: '老人甲', phone: '139', state: 'sought' });
  expect(partyBody(reading({ name: '老人甲', state: 'found' }), known)).toEqual({ phone: null, state: 'found' });
  expect(partyBody(reading({ name: '老人甲', phone: '139', state: 'sought' }), known)).toEqual({});
});

test('what was read of a person stays while the answer to a command does not carry it', () => {
  const known = [party({ name: '老人甲', idNumber: '1404', state: 'sought' })];
  const answer = [party({ state: 'found' }), party({ n: 2, role: 'nextOfKin' })];
  expect(keepPersonal(known, answer)).toEqual([
    party({ name: '老人甲', idNumber: '1404', state: 'found' }),
    party({ n: 2, role: 'nextOfKin' }),
  ]);
  expect(keepPersonal(undefined, answer)).toEqual(answer);
  expect(keepPersonal(known, undefined)).toBeUndefined();
});
