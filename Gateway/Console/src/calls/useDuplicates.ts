import { useEffect, useRef } from 'react';
import { api, query } from '../api/client';
import type { Duplicate } from '../api/types';
import { useAsked, type Question } from '../asking/useAsked';
import { useIncidents } from '../live/live';
import { placeOf, wordsOf, type Draft } from './draft';

const afterMs = 350;

/**
 * Open incidents that this call may be about; asked again when place, words or category change, or an incident opens or closes. Null: there
 * is nothing to ask about yet.
 */
export function useDuplicates(draft: Draft, at: string | null, wanted: boolean): Question<readonly Duplicate[]> | null {
  const place = placeOf(draft);
  const open = useIncidents().length;
  const [lat, lon, category, q] = [place?.lat ?? null, place?.lon ?? null, draft.category.trim(), wordsOf(draft)];
  const asks = wanted && ((lat !== null && lon !== null) || q !== '');
  const about = query({ lat, lon, category: category || null, q: q || null, at });
  const ask = (signal: AbortSignal) => api.get<readonly Duplicate[]>(`/incidents/duplicates${about}`, signal);
  const question = useAsked(asks ? about : null, ask, afterMs);
  const { again } = question;
  const before = useRef(open);
  useEffect(() => {
    if (before.current !== open) again();
    before.current = open;
  }, [open, again]);
  return asks ? question : null;
}
