import { useEffect, useState } from 'react';
import { api, query } from '../api/client';
import type { Duplicate } from '../api/types';
import { useIncidents } from '../live/live';
import { placeOf, wordsOf, type Draft } from './draft';

const afterMs = 350;

/** Open incidents that this call may be about; asked again when place, words or category change, or an incident opens or closes. */
export function useDuplicates(draft: Draft, at: string | null, wanted: boolean): readonly Duplicate[] | null {
  const place = placeOf(draft);
  const open = useIncidents().length;
  const [found, setFound] = useState<readonly Duplicate[] | null>(null);
  const [lat, lon, category, q] = [place?.lat ?? null, place?.lon ?? null, draft.category.trim(), wordsOf(draft)];
  useEffect(() => {
    if (!wanted || (lat === null && q === '')) return setFound(null);
    const stop = new AbortController();
    const timer = setTimeout(() => {
      api
        .get<Duplicate[]>(`/incidents/duplicates${query({ lat, lon, category: category || null, q: q || null, at })}`, stop.signal)
        .then(setFound, () => !stop.signal.aborted && setFound([]));
    }, afterMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [lat, lon, category, q, at, wanted, open]);
  return found;
}
