import { useEffect, useState } from 'react';
import { api, query } from '../api/client';
import { problemText } from '../api/problemText';
import type { Page } from '../api/types';
import type { Reported } from './report';

const pageSize = 50;

interface Listed {
  items: readonly Reported[];
  next: string | null;
  loading: boolean;
  error: string | null;
}

const nothing: Listed = { items: [], next: null, loading: true, error: null };

/** The incidents behind a figure, a page at a time. `asked` holds the parameters of the route, but for the cursor. */
export function useReported(asked: string): Listed & { more: () => void } {
  const [listed, setListed] = useState<Listed & { asked: string }>({ ...nothing, asked });
  const [cursor, setCursor] = useState<{ asked: string; at: string | null }>({ asked, at: null });
  const at = cursor.asked === asked ? cursor.at : null;
  useEffect(() => {
    const stop = new AbortController();
    setListed((old) => ({ ...(at === null ? nothing : old), asked, loading: true, error: null }));
    api
      .get<Page<Reported>>(`/reports/response-times/incidents?${asked}&${query({ limit: pageSize, cursor: at }).slice(1)}`, stop.signal)
      .then(({ items, next }) =>
        setListed((old) => ({ items: at === null ? items : [...old.items, ...items], next, loading: false, error: null, asked })),
      )
      .catch((failure: unknown) => {
        if (!stop.signal.aborted) setListed((old) => ({ ...old, loading: false, error: problemText(failure) }));
      });
    return () => stop.abort();
  }, [asked, at]);
  return { ...(listed.asked === asked ? listed : nothing), more: () => setCursor({ asked, at: listed.next }) };
}
