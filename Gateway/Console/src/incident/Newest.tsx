import { useEffect } from 'react';
import { announce } from '../alerts/announce';
import { sound } from '../alerts/sound';
import { api, query } from '../api/client';
import type { Incident, JournalEvent, Page } from '../api/types';
import { Answer } from '../asking/Answer';
import { useAsked } from '../asking/useAsked';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { live } from '../live/live';
import { session } from '../signin/session';
import { isNews, newestOf } from './newestOf';
import { sentence } from './sentences';
import { incidentWords } from './words';

// The newest events in which notes are looked for: one page of the trail.
const lookBack = 200;

/** The newest notes and changes, under the story that they add to; a new one rings while the incident is open here. */
export function Newest({ incident }: { incident: Incident }) {
  const words = useWords(incidentWords);
  const format = useFormats();
  const { id, version } = incident;
  const { asked, again, change } = useAsked<readonly JournalEvent[]>(`newest ${id}`, async (signal) => {
    const after = Math.max(0, version - lookBack);
    const path = `/incidents/${encodeURIComponent(id)}/trail${query({ after, limit: lookBack })}`;
    const page = await api.get<Page<JournalEvent>>(path, signal);
    return newestOf(page.items);
  });
  useEffect(
    () =>
      live.onEvent((event) => {
        if (event.stream !== `incident/${id}` || !isNews(event)) return;
        change((known) => newestOf([event, ...known]));
        if (event.actor.subject === session.subject()) return;
        sound('message');
        announce(sentence(event), 'assertive');
      }),
    [id, change],
  );
  return (
    <Answer of={asked} again={again} what={words.newest}>
      {(events) =>
        events.length > 0 && (
          <section>
            <h2 className="section-title">{words.newest}</h2>
            <ol className="newest">
              {events.map((e) => (
                <li key={e.version} data-kind={e.kind}>
                  <time className="num faint" dateTime={e.occurredAt}>{format.time(e.occurredAt)}</time>
                  <span className="grow">{sentence(e)}</span>
                  <span className="faint">{e.actor.unitId ?? e.actor.subject}</span>
                </li>
              ))}
            </ol>
          </section>
        )
      }
    </Answer>
  );
}
