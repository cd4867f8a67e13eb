import { describe, expect, test } from 'vitest';
import { Problem, Unreachable } from '../api/problem';
import { answered, answerOf, askedAgain, asking, changed, failed, isMissing, isWorthAsking, lastOf, mapped, type Asked } from './asked';

const list: Asked<string[]> = answered(['P01'], 5);
const nothing: Asked<string[]> = answered([], 5);

describe('a question', () => {
  test('that was not answered has no answer, not an empty one', () => {
    expect(answerOf(asking)).toBeNull();
    expect(answerOf(failed<string[]>(asking, new Unreachable(null)))).toBeNull();
    expect(answerOf(nothing)).toEqual([]);
  });

  test('that fails keeps the older answer and its time', () => {
    const after = failed(list, new Unreachable(null));
    expect(after).toMatchObject({ is: 'failed', last: { answer: ['P01'], at: 5 } });
    expect(lastOf(askedAgain(after))).toEqual({ answer: ['P01'], at: 5 });
    expect(lastOf(failed(askedAgain(after), new Problem(500, {})))).toEqual({ answer: ['P01'], at: 5 });
  });

  test('that is forbidden shows nothing older', () => {
    const after = failed(list, new Problem(403, { code: 'forbidden' }));
    expect(after).toEqual({ is: 'forbidden' });
    expect(lastOf(after)).toBeNull();
    expect(askedAgain(after)).toEqual({ is: 'asked', last: null });
  });

  test('can be made into another one in each of its states', () => {
    const count = (all: string[]) => all.length;
    expect(mapped(list, count)).toEqual(answered(1, 5));
    expect(mapped(failed(list, 'x'), count)).toEqual({ is: 'failed', why: 'x', last: { answer: 1, at: 5 } });
    expect(mapped<string[], number>(asking, count)).toEqual(asking);
    expect(mapped<string[], number>({ is: 'forbidden' }, count)).toEqual({ is: 'forbidden' });
  });
});

test.each([
  [new Unreachable(null), true],
  [new Problem(503, {}), true],
  [new Problem(401, {}), true],
  [new Problem(500, {}), false],
  [new Problem(404, {}), false],
  [new TypeError('a bug'), false],
])('%s is asked again by itself: %s', (why, worth) => expect(isWorthAsking(why)).toBe(worth));

test('what came in while an answer was on its way is in it, in the order in which it came', () => {
  const add = (id: string) => (known: readonly string[]) => (known.includes(id) ? known : [...known, id]);
  expect(changed<readonly string[]>(['P01'], [add('P02'), add('P01'), add('P03')])).toEqual(['P01', 'P02', 'P03']);
  expect(changed(nothing, [])).toBe(nothing);
});

test('only a 404 says that there is no such thing', () => {
  expect(isMissing(failed(asking, new Problem(404, {})))).toBe(true);
  expect(isMissing(failed(asking, new Problem(500, {})))).toBe(false);
  expect(isMissing(failed(asking, new Unreachable(null)))).toBe(false);
  expect(isMissing(answered([], 1))).toBe(false);
});
