import { useCallback, useEffect, useState } from 'react';
import { api, query } from '../api/client';
import { command } from '../api/commands';
import type { Call, Page } from '../api/types';
import { Icon } from '../design/Icon';
import { Panes, type Pane } from '../design/Panes';
import { IncidentPage } from '../desk/IncidentPage';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { attempt } from '../incident/actions';
import { terms } from '../incident/terms';
import { live } from '../live/live';
import { follow, go, match, usePath } from '../routing/router';
import { useShortcuts } from '../keyboard/shortcuts';
import { useMay } from '../signin/may';
import { serverClock } from '../time/serverClock';
import { CallTaking } from './CallTaking';
import { withCall } from './list';
import { callWords } from './words';
import './calls.css';

const callTone = { ringing: 'warn', answered: 'good', ended: 'info', disposed: '' } as const;
// The list is read when the typing pauses for this long.
const typingMs = 250;

/** The calls, the one that is being taken, and beside it the incident that was made of it. */
export default function CallsScreen() {
  const words = useWords(callWords);
  const { callStatus, disposition } = useWords(terms);
  const format = useFormats();
  const id = match('/calls/:id', usePath())?.['id'] ?? null;
  const mayTake = useMay('receiveCalls');
  const [status, setStatus] = useState<Call['status'] | ''>('');
  const [text, setText] = useState('');
  const [incidentId, setIncidentId] = useState<string | null>(null);
  const { calls, next, more } = useCalls(status, text);

  const start = useCallback(() => {
    const now = serverClock.iso();
    void attempt(async () => {
      const call = await command<Call>('POST', '/calls', { ringingAt: now, answeredAt: now });
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
      </div>
      <ul className="calls-items">
        {calls.map((c) => (
          <li key={c.id}>
            <a href={`/calls/${encodeURIComponent(c.id)}`} onClick={follow} aria-current={c.id === id ? 'true' : undefined}>
              <span className="row">
                <span className={`chip ${callTone[c.status]}`}>
                  <Icon name="call" />
                  {callStatus[c.status]}
                </span>
                {c.disposition && <span className="quiet">{disposition[c.disposition.kind]}</span>}
                <time className="faint push num">{format.time(c.answeredAt ?? c.ringingAt ?? c.endedAt ?? c.disposition?.at ?? 0)}</time>
              </span>
              <span className="cut">{c.narrative ?? c.location?.address ?? c.callerNumber ?? '—'}</span>
            </a>
            {c.status === 'ringing' && mayTake && (
              <button type="button" className="button primary small" onClick={() => void answer(c)}>
                <Icon name="call" />
                {words.answer}
              </button>
            )}
          </li>
        ))}
        {calls.length === 0 && <li className="empty">{words.none}</li>}
        {next && (
          <li>
            <button type="button" className="button small" onClick={more}>
              {words.more}
            </button>
          </li>
        )}
      </ul>
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

async function answer(call: Call): Promise<void> {
  if (await attempt(() => command('POST', `/calls/${encodeURIComponent(call.id)}/answering`, { occurredAt: serverClock.iso() })))
    go(`/calls/${encodeURIComponent(call.id)}`);
}

/** The newest calls that match: read once, then kept up to date by the feed, which brings each call with its events. */
function useCalls(status: Call['status'] | '', text: string) {
  const [page, setPage] = useState<Page<Call>>({ items: [], next: null });
  useEffect(() => {
    const stop = new AbortController();
    const asked: Call[] = [];
    let read = false;
    const timer = setTimeout(
      () => {
        api.get<Page<Call>>(`/calls${query({ status, q: text.trim(), limit: 50 })}`, stop.signal).then(
          // Calls that the feed brought while the list was being read.
          (first) => {
            read = true;
            setPage({ ...first, items: asked.reduce((items, call) => withCall(items, call, status, text), first.items) });
          },
          () => undefined,
        );
      },
      text ? typingMs : 0,
    );
    const off = live.onEvent(({ call }) => {
      if (!call) return;
      if (read) setPage((old) => ({ ...old, items: withCall(old.items, call, status, text) }));
      else asked.push(call);
    });
    return () => {
      off();
      clearTimeout(timer);
      stop.abort();
    };
  }, [status, text]);
  const more = () =>
    void api.get<Page<Call>>(`/calls${query({ status, q: text.trim(), limit: 50, cursor: page.next })}`).then(
      (p) => setPage((old) => ({ items: [...old.items, ...p.items.filter((c) => !old.items.some((o) => o.id === c.id))], next: p.next })),
      () => undefined,
    );
  return { calls: page.items, next: page.next, more };
}
