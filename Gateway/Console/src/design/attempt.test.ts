import { expect, test } from 'vitest';
import { attemptOf, forgetAttempt } from './attempt';

function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const values = new Map<string, string>();
  return {
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => void values.set(name, value),
    removeItem: (name) => void values.delete(name),
  };
}

test('a form that is sent again before it was answered is the same command, also after a reload', () => {
  const store = storage();
  const first = attemptOf('issue/a', store);
  expect(attemptOf('issue/a', store)).toEqual(first);
});

test('a form that was answered is another command the next time', () => {
  const store = storage();
  const first = attemptOf('issue/a', store);
  forgetAttempt('issue/a', store);
  expect(attemptOf('issue/a', store).key).not.toBe(first.key);
});

test('two forms are two commands', () => {
  const store = storage();
  expect(attemptOf('issue/a', store).key).not.toBe(attemptOf('issue/b', store).key);
});
