import { expect, test } from 'vitest';
import type { JournalEvent } from '../api/types';
import { newestOf } from './newestOf';

const event = (version: number, kind = 'NoteAdded') => ({ version, kind, data: {} }) as unknown as JournalEvent;

test('the newest notes and changes come first, each once', () => {
  const found = newestOf([event(1), event(2, 'UnitAssigned'), event(4, 'IncidentChanged'), event(3), event(4, 'IncidentChanged')]);
  expect(found.map((e) => e.version)).toEqual([4, 3, 1]);
});

test('no more than fit under the story', () => {
  expect(newestOf(Array.from({ length: 40 }, (_, i) => event(i))).map((e) => e.version)).toEqual([39, 38, 37, 36, 35, 34]);
});
