import { expect, test } from 'vitest';
import { forget } from './forgetting';

// As a browser's: its keys are its own members.
function storage(keys: readonly string[]): Storage {
  const store = Object.create({ removeItem(this: Record<string, string>, key: string) { delete this[key]; } }) as Record<string, string>;
  for (const key of keys) store[key] = 'x';
  return store as unknown as Storage;
}

test('a sign-out forgets all that is not said to be the device’s', () => {
  const phone = storage([
    'oidc.user:https://sign-in.example:tocsin-console',
    'tocsin.session',
    'tocsin.unit.picture',
    'tocsin.unit.place',
    'tocsin.unit.clock',
    'tocsin.theme',
    'other',
  ]);
  forget(phone, ['tocsin.unit.', 'tocsin.session', 'oidc.']);
  expect(Object.keys(phone).sort()).toEqual(['other', 'tocsin.theme', 'tocsin.unit.clock']);
});
