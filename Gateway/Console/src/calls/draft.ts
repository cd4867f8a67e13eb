import type { Call, Location, Priority } from '../api/types';
import { parseCoordinates } from '../incident/place';

/** The fields that a call-taker fills in during a call. */
export interface Draft {
  callerNumber: string;
  address: string;
  coordinates: string;
  narrative: string;
  category: string;
  priority: Priority;
  exercise: boolean;
  /** Answers to the run card's questions, by question. */
  answers: Record<string, string>;
}

export const emptyDraft: Draft = {
  callerNumber: '',
  address: '',
  coordinates: '',
  narrative: '',
  category: '',
  priority: 2,
  exercise: false,
  answers: {},
};

/** The draft of a call as the gateway knows it. */
export function draftOf(call: Call): Draft {
  const { location } = call;
  return {
    ...emptyDraft,
    callerNumber: call.callerNumber ?? '',
    address: location?.address ?? '',
    coordinates: location?.lat != null ? `${location.lat}, ${location.lon}` : '',
    narrative: call.narrative ?? '',
  };
}

export function placeOf(draft: Draft): Location | null {
  const place = parseCoordinates(draft.coordinates);
  const point = place === 'bad' ? null : place;
  const address = draft.address.trim() || null;
  return point === null && address === null ? null : { lat: point?.lat ?? null, lon: point?.lon ?? null, address };
}

/** The contract's limit on the words that duplicates are asked for with. */
const wordsMax = 400;

/** What the caller has said of place and event so far, as duplicates are asked for with; empty before two letters stand together. */
export function wordsOf({ address, narrative }: Draft): string {
  // Cut so that no letter is halved.
  const words = `${address.trim()} ${narrative.trim()}`.trim().slice(0, wordsMax).replace(/[\uD800-\uDBFF]$/, '');
  return /[\p{L}\p{N}]{2}/u.test(words) ? words : '';
}

export type CallChange = Partial<{ callerNumber: string | null; location: Location | null; narrative: string | null }>;

/** The fields that differ from what the gateway knows: sent one by one, so that two people who type at once do not overwrite each other. */
export function changesSince(saved: Draft, draft: Draft): CallChange {
  const changes: CallChange = {};
  if (draft.callerNumber.trim() !== saved.callerNumber.trim()) changes.callerNumber = draft.callerNumber.trim() || null;
  if (draft.narrative.trim() !== saved.narrative.trim()) changes.narrative = draft.narrative.trim() || null;
  // Incomplete coordinates are not sent.
  if (parseCoordinates(draft.coordinates) !== 'bad') {
    const [place, known] = [placeOf(draft), placeOf(saved)];
    if (JSON.stringify(place) !== JSON.stringify(known)) changes.location = place;
  }
  return changes;
}

/** The narrative, with the answers to the run card's questions below it. */
export function narrativeOf(draft: Draft): string | null {
  const answers = Object.entries(draft.answers).filter(([, answer]) => answer.trim() !== '');
  return (
    [draft.narrative.trim(), ...answers.map(([question, answer]) => `${question} ${answer.trim()}`)]
      .filter(Boolean)
      .join('\n')
      .slice(0, narrativeMax) || null
  );
}

const narrativeMax = 4_000;

/** The categories that contain the typed text: those that begin with it first, then the most used. */
export function suggest(text: string, counts: ReadonlyMap<string, number>): string[] {
  const wanted = text.trim().toLocaleLowerCase();
  return [...counts]
    .filter(([category]) => category.toLocaleLowerCase().includes(wanted) && category !== text)
    .sort(
      ([a, n], [b, m]) =>
        Number(b.toLocaleLowerCase().startsWith(wanted)) - Number(a.toLocaleLowerCase().startsWith(wanted)) || m - n || (a < b ? -1 : 1),
    )
    .slice(0, suggestionsMax)
    .map(([category]) => category);
}

const suggestionsMax = 8;
