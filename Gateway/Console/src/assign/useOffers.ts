import { useEffect, useState } from 'react';
import { api, query } from '../api/client';
import { Problem } from '../api/problem';
import type { Incident, Recommendation, ResponsePlan } from '../api/types';
import { live } from '../live/live';
import { stationName } from '../stations/names';
import { freeByStation, type Offers } from './choice';

/** The units that could go: those of the run card's plan, if there is one, and the best free units, at most `count`. */
export function useOffers(incident: Incident, alarm: number, turn: number, count: number): Offers | null {
  const [offers, setOffers] = useState<Offers | null>(null);
  const unknownPlace = incident.location?.lat == null;
  const place = `${incident.location?.lat} ${incident.location?.lon} ${incident.station} ${incident.category} ${incident.priority}`;
  useEffect(() => {
    const stop = new AbortController();
    const base = `/incidents/${encodeURIComponent(incident.id)}`;
    void Promise.all([
      orNull(api.get<ResponsePlan>(`${base}/response-plan${query({ alarm })}`, stop.signal)),
      api
        .get<Recommendation[]>(`${base}/recommendations${query({ count })}`, stop.signal)
        .catch((error: unknown) => (error instanceof Problem && error.code === 'locationUnknown' ? null : [])),
    ]).then(([plan, best]) => {
      if (stop.signal.aborted) return;
      const shown = best ?? freeByStation(live.units.values(), stationName, count);
      setOffers({ plan, best: shown, unknownPlace: unknownPlace || best === null });
    });
    return () => stop.abort();
  }, [incident.id, place, unknownPlace, alarm, turn, count]);
  return offers;
}

// Without a run card, or without a place and a station, there is no plan; that is no error.
const orNull = (plan: Promise<ResponsePlan>): Promise<ResponsePlan | null> => plan.catch(() => null);
