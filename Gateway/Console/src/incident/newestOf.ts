import type { JournalEvent } from '../api/types';

// What fits under the story without hiding the rest; the trail has them all.
const shownMax = 6;

const kinds = new Set(['NoteAdded', 'IncidentChanged', 'StageCorrected', 'IncidentReopened']);

/** Whether an event says something that whoever works on the incident must hear. */
export const isNews = ({ kind }: Pick<JournalEvent, 'kind'>): boolean => kinds.has(kind);

/** The newest notes and changes of some events, newest first, each once. */
export function newestOf(events: readonly JournalEvent[]): readonly JournalEvent[] {
  const byVersion = new Map(events.filter(isNews).map((e) => [e.version, e]));
  return [...byVersion.values()].sort((a, b) => b.version - a.version).slice(0, shownMax);
}
