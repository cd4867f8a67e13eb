import type { Incident } from '../api/types';
import type { components } from '../api/schema';

/** How incidents of the centre may end. */
export type Closing = components['schemas']['ClosingView'];
export type ClosingOutcome = Closing['outcomes'][number];
export type ClosingNeed = ClosingOutcome['needs'][number];

/** The outcomes that go on from what is typed; all of them while nothing is, and once it names one. */
export function offered<T extends Pick<ClosingOutcome, 'word'>>(outcomes: readonly T[], typed: string): readonly T[] {
  const word = typed.trim().toLowerCase();
  if (outcomes.some((o) => o.word.toLowerCase() === word)) return outcomes;
  const fitting = outcomes.filter((o) => o.word.toLowerCase().includes(word));
  return fitting.length > 0 ? fitting : outcomes;
}

type OnRecord = Pick<Incident, 'feedback' | 'location' | 'status'> & { parties?: readonly unknown[]; owner?: string | null };

/**
 * What an outcome needs and the incident does not have, as this page sees it; the gateway decides. A page that knows only the board knows
 * of feedback by the status alone, and neither whether it has results nor of parties, nor of an owner.
 */
export function missingOf(outcome: Pick<ClosingOutcome, 'needs'>, incident: OnRecord): ClosingNeed[] {
  const onlyBoard = incident.feedback.length === 0 && incident.status === 'reported';
  const met: Record<ClosingNeed, boolean> = {
    feedback: incident.feedback.length > 0 || onlyBoard,
    place: incident.location?.lat != null,
    results: onlyBoard || incident.feedback.some((f) => Object.keys(f.results ?? {}).length > 0),
    party: incident.parties === undefined || incident.parties.length > 0,
    owner: incident.owner !== null,
  };
  return outcome.needs.filter((need) => !met[need]);
}
