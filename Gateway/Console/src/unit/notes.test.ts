import { expect, test } from 'vitest';
import type { JournalEvent } from '../api/types';
import { withNote, withNotes, type UnitNote } from './notes';

const actor = { subject: 'li', role: 'dispatcher', unitId: null };
const event = (kind: string, version: number) =>
  ({ kind, version, data: { text: 'knife' }, occurredAt: 'T', actor }) as unknown as JournalEvent;

test('notes and changes stand newest first, each once', () => {
  let notes: readonly UnitNote[] = [];
  for (const e of [event('NoteAdded', 3), event('IncidentChanged', 5), event('NoteAdded', 3)]) notes = withNote(notes, e, 'a');
  expect(notes.map((n) => [n.incidentId, n.version])).toEqual([['a', 5], ['a', 3]]);
  expect(withNote(notes, event('NoteAdded', 3), 'b')).toHaveLength(3);
});

test('other events change nothing', () => {
  const notes: readonly UnitNote[] = [];
  expect(withNote(notes, event('UnitAssigned', 4), 'a')).toBe(notes);
});

test('only the newest are kept', () => {
  let notes: readonly UnitNote[] = [];
  for (let version = 1; version <= 50; version++) notes = withNote(notes, event('NoteAdded', version), 'a');
  expect(notes).toHaveLength(20);
  expect(notes[0]!.version).toBe(50);
});

test('what was noted before the unit was sent stands below what the feed brought, each once', () => {
  const fed = withNote([], event('NoteAdded', 7), 'a');
  const notes = withNotes(fed, [event('NoteAdded', 7), event('UnitAssigned', 6), event('IncidentChanged', 4), event('NoteAdded', 2)], 'a');
  expect(notes.map((n) => n.version)).toEqual([7, 4, 2]);
  expect(withNotes(notes, [event('NoteAdded', 2)], 'a')).toBe(notes);
});

test('the notes of the present incident come before those of another', () => {
  const notes = withNotes(withNote([], event('NoteAdded', 9), 'b'), [event('NoteAdded', 3)], 'a');
  expect(notes.map((n) => n.incidentId)).toEqual(['a', 'b']);
});
