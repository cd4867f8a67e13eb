import { useEffect, useState } from 'react';
import { api, request } from '../api/client';
import { problemText } from '../api/problemText';
import type { Page } from '../api/types';

/** What was found so far; null: not answered yet. A question that failed has no answer, not an empty one. */
export interface Found<T> {
  items: readonly T[] | null;
  error: string | null;
  /** Reads the next page; null: there is none. */
  more: (() => void) | null;
}

interface State<T> {
  asked: string;
  items: readonly T[] | null;
  next: string | null;
  error: string | null;
}

const itemsMax = 1_000;

/** Asks once for each question, and for further pages when they are wanted. */
export function useFound<T>(path: string | null, number: string | null): Found<T> {
  const asked = `${path} ${number}`;
  const empty: State<T> = { asked, items: null, next: null, error: null };
  const [state, setState] = useState(empty);
  const [cursor, setCursor] = useState<{ asked: string; at: string } | null>(null);
  const at = cursor?.asked === asked ? cursor.at : null;

  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    void (async () => {
      try {
        const way = at === null ? path : `${path}&cursor=${encodeURIComponent(at)}`;
        const page =
          number === null
            ? await api.get<Page<T>>(way, stop.signal)
            : await request<Page<T>>('POST', `/api/v1${way}`, { body: { number }, signal: stop.signal });
        setState((s) => ({
          asked,
          items: [...(at !== null && s.asked === asked && s.items ? s.items : []), ...page.items],
          next: page.next,
          error: null,
        }));
      } catch (error) {
        if (stop.signal.aborted) return;
        const text = problemText(error);
        setState((s) => (s.asked === asked ? { ...s, error: text } : { asked, items: null, next: null, error: text }));
      }
    })();
    return () => stop.abort();
  }, [path, number, asked, at]);

  const shown = state.asked === asked ? state : empty;
  const hasMore = shown.next !== null && (shown.items?.length ?? 0) < itemsMax;
  return { items: shown.items, error: shown.error, more: hasMore ? () => setCursor({ asked, at: shown.next! }) : null };
}
