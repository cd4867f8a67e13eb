import { useCallback, useEffect, useState } from 'react';
import { api, query } from '../api/client';
import type { JournalEvent, Page } from '../api/types';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { live } from '../live/live';
import { problemText } from '../api/problemText';
import { commonWords } from '../i18n/commonWords';
import { sentence } from './sentences';
import { incidentWords } from './words';

const pageSize = 100;
const paths = { incident: 'incidents', call: 'calls', unit: 'units', directive: 'directives' } as const;

/** The events of a stream as sentences, page by page; new events come by the feed. */
export function TrailTab({ stream }: { stream: string }) {
  const words = useWords(incidentWords);
  const common = useWords(commonWords);
  const format = useFormats();
  const [events, setEvents] = useState<readonly JournalEvent[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [kind, id] = stream.split('/') as [keyof typeof paths, string];

  const load = useCallback(
    async (after: string | null, signal?: AbortSignal) => {
      try {
        const page = await api.get<Page<JournalEvent>>(
          `/${paths[kind]}/${encodeURIComponent(id)}/trail${query({ limit: pageSize, cursor: after })}`,
          signal,
        );
        setEvents((old) => join(after === null ? [] : (old ?? []), page.items));
        setNext(page.next);
        setError(null);
      } catch (failure) {
        if (!signal?.aborted) setError(problemText(failure));
      }
    },
    [kind, id],
  );

  useEffect(() => {
    const stop = new AbortController();
    void load(null, stop.signal);
    const off = live.onEvent((event) => {
      if (event.stream === stream) setEvents((old) => (old ? join(old, [event]) : old));
    });
    return () => {
      stop.abort();
      off();
    };
  }, [stream, load]);

  if (error && !events)
    return (
      <div className="note bad row" role="alert">
        <span className="grow">{error}</span>
        <button type="button" className="button small" onClick={() => void load(null)}>
          {common.tryAgain}
        </button>
      </div>
    );
  if (!events)
    return (
      <p className="empty" role="status">
        {common.loading}
      </p>
    );
  return (
    <>
      <ol className="trail">
        {events.map((e) => (
          <li key={e.version} data-kind={e.kind}>
            <time className="num" dateTime={e.occurredAt} title={`${format.full(e.recordedAt)} · ${e.position}`}>
              {format.time(e.occurredAt)}
            </time>
            <span className="trail-text">{sentence(e)}</span>
            <span className="faint cut">{e.actor.role === 'system' ? 'Tocsin' : (e.actor.unitId ?? e.actor.subject)}</span>
          </li>
        ))}
      </ol>
      {error && <p className="note bad" role="alert">{error}</p>}
      {next && (
        <button type="button" className="button" onClick={() => void load(next)}>
          {words.loadMore}
        </button>
      )}
    </>
  );
}

function join(old: readonly JournalEvent[], more: readonly JournalEvent[]): JournalEvent[] {
  const known = new Map(old.map((e) => [e.version, e]));
  for (const event of more) known.set(event.version, event);
  return [...known.values()].sort((a, b) => a.version - b.version);
}
