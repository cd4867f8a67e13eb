import { api, query } from '../api/client';
import { Problem } from '../api/problem';
import type { Incident, Recommendation, ResponsePlan } from '../api/types';
import { useAsked, type Question } from '../asking/useAsked';
import { live } from '../live/live';
import { stationName } from '../stations/names';
import { freeByStation, type Offers } from './choice';

/**
 * The units that could go: those of the run card's plan, if there is one, and the best free units, at most `count`. Only the gateway says
 * that there are none: a question that failed is no answer.
 */
export function useOffers(incident: Incident, alarm: number, count: number): Question<Offers> {
  const { location, station, category, priority } = incident;
  const unknownPlace = location?.lat == null;
  const question = `offers ${incident.id} ${location?.lat} ${location?.lon} ${station} ${category} ${priority} ${alarm} ${count}`;
  return useAsked<Offers>(question, async (signal) => {
    const base = `/incidents/${encodeURIComponent(incident.id)}`;
    const [plan, best] = await Promise.all([
      orNull(api.get<ResponsePlan>(`${base}/response-plan${query({ alarm })}`, signal)),
      orNull(api.get<Recommendation[]>(`${base}/recommendations${query({ count })}`, signal)),
    ]);
    return { plan, best: best ?? freeByStation(live.units.values(), stationName, count), unknownPlace: unknownPlace || best === null };
  });
}

/** Without a place and a station there is neither plan nor order, and without a run card no plan: those are answers. */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem && (error.code === 'locationUnknown' || error.status === 404)) return null;
    throw error;
  }
}
