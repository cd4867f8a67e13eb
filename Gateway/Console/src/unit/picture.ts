import type { BoardIncident, Incident, Unit } from '../api/types';
import type { UnitNote } from './notes';
import { assignmentOf } from './steps';
import { unitWords } from './words';

/** What the page shows of the centre's picture: the unit itself, and the incident that it is on. */
export interface Picture {
  unit: Unit | null;
  incident: BoardIncident | null;
  /** The incident's long texts and its callers, once they were read. */
  details: Incident | null;
  /** The incident about the unit's own distress, while that is open. */
  distress: BoardIncident | null;
  /** A supervisor's urging, or that the unit was taken off its incident. */
  notice: string | null;
  /** What was noted on incidents of this unit and changed of them, the present one first, newest first. */
  notes: readonly UnitNote[];
}

export const noPicture: Picture = { unit: null, incident: null, details: null, distress: null, notice: null, notes: [] };

/** The next picture, and what has to be done because of it. */
export interface PictureChange {
  picture: Picture;
  /** The incident to call the unit to; null: none is new. */
  newIncident: BoardIncident | null;
  /** The incident whose details must be read again; null: none. */
  readDetailsOf: string | null;
}

/**
 * The picture after the board's incidents changed. An incident comes with the board or the feed, sometimes a moment before or after the
 * unit says that it is on it. `endedHere` is the last incident that this phone itself ended or declined.
 */
export function nextPicture(before: Picture, incidents: ReadonlyMap<string, BoardIncident>, endedHere: string | null): PictureChange {
  const { unit, incident } = before;
  const distress = unit?.panicIncidentId ? (incidents.get(unit.panicIncidentId) ?? before.distress) : null;
  const picture = distress === before.distress ? before : { ...before, distress };
  const same = { picture, newIncident: null, readDetailsOf: null };
  if (!unit) return same;
  if (!unit.incidentId) return incident ? { ...same, picture: withoutIncident(picture, incident, unit, incidents, endedHere) } : same;
  const now = incidents.get(unit.incidentId);
  if (!now || now === incident) return same;
  const isNew = now.id !== incident?.id || isSentAgain(incident, now, unit.id);
  const hasMore = isNew || now.summary !== incident?.summary || now.callCount !== incident?.callCount;
  return {
    picture: {
      ...picture,
      incident: now,
      details: picture.details?.id === now.id ? picture.details : null,
      notice: isNew ? null : picture.notice,
    },
    newIncident: isNew ? now : null,
    readDetailsOf: hasMore ? now.id : null,
  };
}

// Recalled and sent again while there was no network: the unit is called as to any other. An older page kept no numbers.
function isSentAgain(before: BoardIncident, now: BoardIncident, unitId: string): boolean {
  const n = assignmentOf(before, unitId)?.n;
  return n !== undefined && n !== assignmentOf(now, unitId)?.n;
}

// A closed incident is no longer on the board; an open one says by its assignment whether the unit ended it or was taken off.
function withoutIncident(
  picture: Picture,
  incident: BoardIncident,
  unit: Unit,
  incidents: ReadonlyMap<string, BoardIncident>,
  endedHere: string | null,
): Picture {
  const stage = assignmentOf(incidents.get(incident.id) ?? incident, unit.id)?.stage;
  const wasOwnDoing = stage === 'cleared' || stage === 'declined' || endedHere === incident.id;
  return { ...picture, incident: null, details: null, notice: wasOwnDoing ? null : unitWords.now().recalled(incident.number) };
}
