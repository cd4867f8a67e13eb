import { useEffect } from 'react';
import { api, query } from '../api/client';
import { attempt } from './actions';
import type { components } from '../api/schema';
import type { JournalEvent, Page } from '../api/types';
import { Answer } from '../asking/Answer';
import { useAsked } from '../asking/useAsked';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { live } from '../live/live';
import { recordWords } from './recordWords';
import { sentence } from './sentences';
import { incidentWords } from './words';

type TimelineEvent = components['schemas']['TimelineEvent'];

const pageSize = 200;
// What happens to its calls and directives comes in bursts: it is read again after this long.
const settleMs = 400;

/** What happened to an incident, its calls and its directives, in one list; read again when something of it happens. */
export function TimelineTab({ incidentId }: { incidentId: string }) {
  const words = useWords(incidentWords);
  const path = `/incidents/${encodeURIComponent(incidentId)}/timeline`;
  const { asked, again, change } = useAsked<Page<TimelineEvent>>(`timeline ${incidentId}`, (signal) =>
    api.get(`${path}${query({ limit: pageSize })}`, signal),
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const off = live.onEvent((event) => {
      if (!isOf(event, incidentId)) return;
      clearTimeout(timer);
      timer = setTimeout(again, settleMs);
    });
    return () => {
      clearTimeout(timer);
      off();
    };
  }, [incidentId, again]);
  const more = (cursor: string) =>
    void attempt(async () => {
      const page = await api.get<Page<TimelineEvent>>(`${path}${query({ limit: pageSize, cursor })}`);
      change((old) => ({ items: [...old.items, ...page.items], next: page.next }));
    });
  return (
    <Answer of={asked} again={again}>
      {({ items, next }) => (
        <>
          <ol className="trail timeline">{items.map((event) => <Line key={`${event.position} ${event.stream}`} event={event} />)}</ol>
          {next && (
            <button type="button" className="button" onClick={() => more(next)}>
              {words.loadMore}
            </button>
          )}
        </>
      )}
    </Answer>
  );
}

function isOf(event: { stream: string; view?: unknown }, incidentId: string): boolean {
  if (event.stream === `incident/${incidentId}`) return true;
  return (event.view as { incidentId?: string | null } | null | undefined)?.incidentId === incidentId;
}

function Line({ event }: { event: TimelineEvent }) {
  const words = useWords(recordWords);
  const format = useFormats();
  const of = event.stream.split('/')[0];
  const whole = { ...event, version: 0, commandId: null, data: event.data ?? {} } as unknown as JournalEvent;
  return (
    <li data-kind={event.kind} data-of={of}>
      <time className="num" dateTime={event.occurredAt} title={`${format.full(event.recordedAt)} · ${event.position}`}>
        {format.time(event.occurredAt)}
      </time>
      <span className="trail-text">
        {of === 'directive' && <span className="chip info">{words.ofDirective}</span>}
        {of === 'call' && <span className="chip teal">{words.ofCall}</span>} {sentence(whole)}
      </span>
      <span className="faint cut">{event.actor?.role === 'system' ? 'Tocsin' : (event.actor?.unitId ?? event.actor?.subject)}</span>
    </li>
  );
}
