import { useEffect, useState } from 'react';
import { api, query } from '../api/client';
import { Problem } from '../api/problem';
import type { Incident, Recommendation, ResponsePlan } from '../api/types';
import { live } from '../live/live';
import { compareIds } from '../live/ids';

export interface Offers {
  plan: ResponsePlan | null;
  best: readonly Recommendation[];
  unknownPlace: boolean;
}

const offered = 9;

/** The units that could go: those of the run card's plan, if there is one, and the best free units. */
export function useOffers(incident: Incident, alarm: number, turn: number): Offers | null {
  const [offers, setOffers] = useState<Offers | null>(null);
  const place = `${incident.location?.lat} ${incident.location?.lon} ${incident.category} ${incident.priority}`;
  useEffect(() => {
    const stop = new AbortController();
    const base = `/incidents/${encodeURIComponent(incident.id)}`;
    void Promise.all([
      orNull(api.get<ResponsePlan>(`${base}/response-plan${query({ alarm })}`, stop.signal)),
      api
        .get<Recommendation[]>(`${base}/recommendations${query({ count: offered })}`, stop.signal)
        .catch((error: unknown) => (error instanceof Problem && error.code === 'locationUnknown' ? null : [])),
    ]).then(([plan, best]) => {
      if (!stop.signal.aborted) setOffers({ plan, best: best ?? free(), unknownPlace: best === null });
    });
    return () => stop.abort();
  }, [incident.id, place, alarm, turn]);
  return offers;
}

// Without a run card or a place there is no plan; that is no error.
const orNull = (plan: Promise<ResponsePlan>): Promise<ResponsePlan | null> => plan.catch(() => null);

function free(): Recommendation[] {
  return [...live.units.values()]
    .filter((u) => u.status === 'available')
    .sort((a, b) => compareIds(a.id, b.id))
    .slice(0, offered)
    .map((u) => ({ unitId: u.id, etaSeconds: NaN, distanceMeters: NaN, reasons: [u.station ?? ''] }));
}
