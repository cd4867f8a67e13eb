import { useCallback, useEffect, useState } from 'react';
import { api, query } from '../api/client';
import { command } from '../api/commands';
import type { Call, Page } from '../api/types';
import { Answer } from '../asking/Answer';
import { useAsked } from '../asking/useAsked';
import { Icon } from '../design/Icon';
import { Panes, type Pane } from '../design/Panes';
import { IncidentPage } from '../desk/IncidentPage';
import { useWords } from '../i18n/words';
import { attempt } from '../incident/actions';
import { terms } from '../incident/terms';
import { live } from '../live/live';
import { go, match, usePath } from '../routing/router';
import { useShortcuts } from '../keyboard/shortcuts';
import { useMay } from '../signin/may';
import { serverClock } from '../time/serverClock';
import { CallItem } from './CallItem';
import { CallTaking } from './CallTaking';
import { withCall } from './list';
import { atSeat, useSeat } from './seat';
import { callWords } from './words';
import './calls.css';

// The list is read when the typing pauses for this long.
const typingMs = 250;

/** The calls, the one that is being taken, and beside it the incident that was made of it. */
export default function CallsScreen() {
  const words = useWords(callWords);
  const { callStatus } = useWords(terms);
  const id = match('/calls/:id', usePath())?.['id'] ?? null;
  const mayTake = useMay('receiveCalls');
  const [status, setStatus] = useState<Call['status'] | ''>('');
  const [text, setText] = useState('');
  const [incidentId, setIncidentId] = useState<string | null>(null);
  const { asked, again, more } = useCalls(status, text);
  const [seat, setSeat] = useSeat();

  const start = useCallback(() => {
    const now = serverClock.iso();
    void attempt(async () => {
      const call = await command<Call>('POST', '/calls', { ringingAt: now, answeredAt: now, ...atSeat() });
      go(`/calls/${encodeURIComponent(call.id)}`);
    });
  }, []);
  useShortcuts(mayTake ? [{ keys: 'c', label: () => words.newCall, run: start }] : []);

  const list = (
    <section className="calls-list" aria-label={words.title}>
      <div className="desk-head">
        <h1>{words.title}</h1>
        {mayTake && (
          <button type="button" className="button primary" onClick={start} title="c">
            <Icon name="plus" />
            {words.newCall}
          </button>
        )}
      </div>
      <div className="calls-filter">
        <input
          className="input small"
          type="search"
          aria-label={words.search}
          placeholder={words.searchHint}
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
        <select
          className="input small"
          aria-label={words.any}
          value={status}
          onChange={(e) => setStatus(e.target.value as Call['status'])}
        >
          <option value="">{words.any}</option>
          {Object.entries(callStatus).map(([s, label]) => (
            <option key={s} value={s}>
              {label}
            </option>
          ))}
        </select>
        {mayTake && (
          <input
            className="input small calls-seat"
            aria-label={words.seatHere}
            title={words.seatHere}
            placeholder={words.seat}
            maxLength={100}
            autoComplete="off"
            value={seat}
            onChange={(e) => setSeat(e.target.value)}
          />
        )}
      </div>
      <Answer of={asked} again={again}>
        {({ items: calls, next }) => (
          <ul className="calls-items">
            {calls.map((c) => <CallItem key={c.id} call={c} open={c.id === id} mayTake={mayTake} />)}
            {calls.length === 0 && <li className="empty">{words.none}</li>}
            {next && (
              <li>
                <button type="button" className="button small" onClick={() => more(next)}>
                  {words.more}
                </button>
              </li>
            )}
          </ul>
        )}
      </Answer>
    </section>
  );
  const beside: Pane | null = id !== null && incidentId !== null
    ? { name: words.paneIncident, icon: 'queue', content: <IncidentPage key={incidentId} id={incidentId} /> }
    : null;
  return (
    <Panes
      list={{ name: words.paneList, icon: 'call', content: list }}
      open={{
        name: words.paneCall,
        icon: 'note',
        content: id ? <CallTaking key={id} id={id} onIncident={setIncidentId} /> : <p className="empty">{words.pick}</p>,
      }}
      beside={beside}
      isOpen={id !== null}
    />
  );
}

/** The newest calls that match: read once, then kept up to date by the feed, which brings each call with its events. */
function useCalls(status: Call['status'] | '', text: string) {
  const wanted = text.trim();
  const { asked, again, change } = useAsked<Page<Call>>(
    `calls ${status} ${wanted}`,
    (signal) => api.get(`/calls${query({ status, q: wanted, limit: 50 })}`, signal),
    text ? typingMs : 0,
  );
  useEffect(
    () =>
      live.onEvent(({ call }) => {
        if (call) change((page) => ({ ...page, items: withCall(page.items, call, status, text) }));
      }),
    [status, text, change],
  );
  const more = (cursor: string) =>
    void attempt(async () => {
      const page = await api.get<Page<Call>>(`/calls${query({ status, q: wanted, limit: 50, cursor })}`);
      const fresh = (known: readonly Call[]) => page.items.filter((c) => !known.some((o) => o.id === c.id));
      change((old) => ({ items: [...old.items, ...fresh(old.items)], next: page.next }));
    });
  return { asked, again, more };
}
