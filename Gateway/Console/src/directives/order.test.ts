import { describe, expect, test } from 'vitest';
import { Problem } from '../api/problem';
import { errorsOf, orderOf, otherKind, wordsOf } from './order';

const words = {
  needsRecipient: 'to?',
  notChosen: (word: string) => `${word}?`,
  needsAffair: 'on?',
  badSpan: 'span?',
  needsTime: 'when?',
  needsFields: 'what?',
};
const incident = { incidentId: 'i', callId: null, parties: [{ n: 1 }, { n: 3 }] as never };
const reading = (values: Record<string, string>) => (name: string) =>
  ({ to: 'station/guhan', kind: 'verify', text: 'Find it out.', ...values })[name] ?? '';
const read = (values: Record<string, string>, affair: Parameters<typeof orderOf>[1] = null, replaces: string | null = null) =>
  orderOf(reading(values), affair, replaces, words);

describe('an order', () => {
  test('has nothing that nobody filled in', () =>
    expect(read({})).toEqual({ order: { to: [{ station: 'guhan' }], kind: 'verify', text: 'Find it out.' } }));

  test('has everything that was filled in', () =>
    expect(
      read(
        {
          to: 'station/guhan\nunit/P07\nsubject/li',
          equipment: '盾牌、约束带, 盾牌',
          sign: '60 s',
          finish: '1d',
          shared: 'on',
          autoConclude: 'on',
          'party-3': 'on',
        },
        incident,
        'd',
      ),
    ).toEqual({
      order: {
        to: [{ station: 'guhan' }, { unit: 'P07' }, { subject: 'li' }],
        kind: 'verify',
        text: 'Find it out.',
        incidentId: 'i',
        parties: [3],
        equipment: ['盾牌', '约束带'],
        limits: { sign: 60, finish: 86_400 },
        autoConclude: true,
        shared: true,
        replaces: 'd',
      },
    }));

  test('takes a kind of the centre\'s own', () =>
    expect(read({ kind: otherKind, otherKind: '巡查' })).toMatchObject({ order: { kind: '巡查' } }));

  test('names each field that is not right', () => {
    expect(read({ to: '', sign: 'soon', finish: '91 d' })).toEqual({
      errors: { to: 'to?', 'limits.sign': 'span?', 'limits.finish': 'span?' },
    });
    expect(read({ toTyped: 'siti' })).toEqual({ errors: { to: 'siti?' } });
    expect(read({ kind: 'followUp' })).toEqual({ errors: { incidentId: 'on?', nextAt: 'when?' } });
    expect(read({ kind: 'lookOut' })).toEqual({ errors: { validUntil: 'when?' } });
    expect(read({ kind: 'complete', fields: ' , ' }, incident)).toEqual({ errors: { fields: 'what?' } });
  });

  test('that goes back to be completed may hang on a call, a follow-up may not', () => {
    const call = { incidentId: null, callId: 'c', parties: [] };
    expect(read({ kind: 'complete', fields: 'location' }, call)).toMatchObject({ order: { callId: 'c', fields: ['location'] } });
    expect(read({ kind: 'followUp', nextAt: '2026-03-01T08:00' }, call)).toEqual({ errors: { incidentId: 'on?' } });
  });
});

test('words are separated in both scripts', () => expect(wordsOf('a, b、c；d\na')).toEqual(['a', 'b', 'c', 'd']));

test('what the gateway says of a field stands at the field', () => {
  const errors = [
    { field: 'to[0].station', code: 'unknownReference', message: 'There is no station x.' },
    { field: 'to[1]', code: 'unknownReference', message: 'A transfer goes to a body.' },
    { field: 'limits.sign', code: 'invalid', message: 'too long' },
    { field: 'elsewhere', code: 'invalid', message: 'not of the form' },
  ];
  expect(errorsOf(new Problem(422, { code: 'unknownReference', errors }))).toEqual({
    to: 'There is no station x.; A transfer goes to a body.',
    'limits.sign': 'too long',
  });
  expect(errorsOf(new Error('broken'))).toEqual({});
});
