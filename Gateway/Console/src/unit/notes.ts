import type { JournalEvent } from '../api/types';

/** A note on an incident or a change of it, as the feed brought it. */
export type UnitNote = Pick<JournalEvent, 'kind' | 'data' | 'occurredAt' | 'actor' | 'version'> & { incidentId: string };

// More than fits on a phone; the trail has them all.
const notesMax = 20;

const kinds = new Set(['NoteAdded', 'IncidentChanged']);

/** The notes with an event, newest first; the same list when it is no note, or known. */
export function withNote(notes: readonly UnitNote[], event: JournalEvent, incidentId: string): readonly UnitNote[] {
  if (!kinds.has(event.kind) || notes.some((n) => n.incidentId === incidentId && n.version === event.version)) return notes;
  const { kind, data, occurredAt, actor, version } = event;
  return [{ incidentId, kind, data, occurredAt, actor, version }, ...notes].slice(0, notesMax);
}
