import type { Incident, Priority } from '../api/types';
import type { Read } from '../design/FormDialog';
import { formats } from '../i18n/format';
import { instantAt, wallOf } from '../i18n/zoned';
import { live } from '../live/live';
import { incidents, later } from './actions';
import { correctedOne, isAfterEnd, isSkipped, standsAt, type Correctable } from './correction';
import { spokenOf } from './naming';
import { findIncident } from './number';
import { parseCoordinates, withDetail } from './place';
import type { terms } from './terms';
import type { incidentWords } from './words';

type Words = typeof incidentWords.en;

/** What a dialog sends, or what it asks first because it takes something away. */
export type Sent = Promise<unknown> | { ask: string };

/** Sends only the changed fields, so that changes that somebody else makes meanwhile stay. */
export function edit(incident: Incident, read: Read, sure: boolean, words: Words): Sent {
  const place = parseCoordinates(read('coordinates'));
  if (place === 'bad') return Promise.reject(words.badCoordinates);
  const [address, before] = [read('address') || null, incident.location];
  const moved =
    (before?.address ?? null) !== address ||
    (before?.lat ?? null) !== (place?.lat ?? null) ||
    (before?.lon ?? null) !== (place?.lon ?? null);
  const changes = {
    ...(read('category') !== incident.category ? { category: read('category') } : {}),
    ...(Number(read('priority')) !== incident.priority ? { priority: Number(read('priority')) as Priority } : {}),
    ...(read('narrative') !== (incident.narrative ?? '').trim() ? { narrative: read('narrative') } : {}),
    ...(moved
      ? {
          location:
            address === null && place === null
              ? null
              : withDetail({ lat: place?.lat ?? null, lon: place?.lon ?? null, address }, before),
        }
      : {}),
  };
  const taken = [
    ...(changes.narrative === '' ? [words.narrative] : []),
    ...(moved && before?.address && address === null ? [words.address] : []),
    ...(moved && before?.lat != null && place === null ? [words.coordinates] : []),
  ];
  if (taken.length > 0 && !sure) return { ask: words.takesAway(taken.join(', ')) };
  return Object.keys(changes).length === 0 ? Promise.resolve() : incidents.change(incident.id, changes);
}

/** A time is taken away only by somebody who ticked it and then said yes. A stage that nobody reported becomes a late report. */
export function correct(
  incident: Incident,
  { unitId, assignment }: { unitId: string; assignment: number | undefined },
  read: Read,
  sure: boolean,
  words: Words,
  term: typeof terms.en,
): Sent {
  const stage = read('stage') as Correctable;
  const corrected = correctedOne(incident.assignments, unitId, assignment)!;
  const stands = standsAt(corrected, stage);
  const body = { unitId, assignment, stage, reason: read('reason') };
  if (read('never') !== '') {
    if (!sure) return { ask: words.takesTime(term.stage[stage], unitId, formats().time(stands ?? 0)) };
    return incidents.correct(incident.id, { ...body, occurredAt: null });
  }
  if (read('time') === '') throw words.timeNeeded;
  if (stands !== null && read('time') === wallOf(stands)) throw words.sameTime;
  const occurredAt = instantAt(read('time'));
  if (occurredAt === null) throw words.timeNeeded;
  if (!isSkipped(corrected, stage)) return incidents.correct(incident.id, { ...body, occurredAt });
  if (isAfterEnd(corrected, occurredAt)) throw words.afterEnd(formats().time(corrected.clearedAt!));
  return incidents.progress(incident.id, unitId, assignment, stage, { note: read('reason'), occurredAt });
}

/** Closing can be taken back for some seconds. Where nobody was on scene, the note says why. */
export function close(incident: Incident, read: Read, words: Words): Promise<unknown> {
  const note = [read('why') && words.nobodyWent(read('why')), read('note')].filter(Boolean).join('\n');
  later(() => incidents.close(incident.id, read('disposition'), note, read('override')), words.closedOne(spokenOf(incident)));
  return Promise.resolve();
}

/** The incident that the end of a number names. */
export function other(word: string, words: Words): string {
  const found = findIncident(word, { incidents: [...live.incidents.values()], shown: null });
  if (typeof found === 'object') return found.id;
  throw `${words.otherIncident}: ${word}?`;
}

/** Words with their numbers: "arrests 2". */
export function resultsOf(text: string): Record<string, number> {
  return Object.fromEntries(
    [...text.matchAll(/([^\s\d,;，；]+)\s*[:=：]?\s*(-?\d+(?:\.\d+)?)/gu)].map(([, word, n]) => [word!, Number(n)]),
  );
}
