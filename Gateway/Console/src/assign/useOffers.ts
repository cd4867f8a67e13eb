import { api, query } from '../api/client';
import { Problem } from '../api/problem';
import type { Incident, Recommendation, ResponsePlan } from '../api/types';
import { useAsked, type Question } from '../asking/useAsked';
import { live } from '../live/live';
import { compareIds } from '../live/ids';

export interface Offers {
  plan: ResponsePlan | null;
  best: readonly Recommendation[];
  unknownPlace: boolean;
}

const offered = 9;

/**
 * The units that could go: those of the run card's plan, if there is one, and the best free units. Only the gateway says that there are
 * none: a question that failed is no answer.
 */
export function useOffers(incident: Incident, alarm: number): Question<Offers> {
  const { location, category, priority } = incident;
  const question = `offers ${incident.id} ${location?.lat} ${location?.lon} ${category} ${priority} ${alarm}`;
  return useAsked<Offers>(question, async (signal) => {
    const base = `/incidents/${encodeURIComponent(incident.id)}`;
    const [plan, best] = await Promise.all([
      orNull(api.get<ResponsePlan>(`${base}/response-plan${query({ alarm })}`, signal)),
      orNull(api.get<Recommendation[]>(`${base}/recommendations${query({ count: offered })}`, signal)),
    ]);
    return { plan, best: best ?? free(), unknownPlace: best === null };
  });
}

/** Without a place there is neither plan nor order: that is an answer. */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem && error.code === 'locationUnknown') return null;
    throw error;
  }
}

function free(): Recommendation[] {
  return [...live.units.values()]
    .filter((u) => u.status === 'available')
    .sort((a, b) => compareIds(a.id, b.id))
    .slice(0, offered)
    .map((u) => ({ unitId: u.id, etaSeconds: NaN, distanceMeters: NaN, reasons: [u.station ?? ''] }));
}
