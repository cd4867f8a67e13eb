import { useEffect, useMemo, useRef, useState } from 'react';
import { api, query } from '../api/client';
import type { Board, Incident, JournalEvent, Page } from '../api/types';
import { Answer } from '../asking/Answer';
import { answerOf, asking, failed, type Asked } from '../asking/asked';
import { useAsked, type Question } from '../asking/useAsked';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { Assignments } from '../incident/Assignments';
import { Clocks } from '../incident/Clocks';
import { sentence } from '../incident/sentences';
import { splitNumber, statusTone, terms } from '../incident/terms';
import { boardItem } from '../live/sections';
import { LiveStore } from '../live/store';
import { MiniMap } from '../map/MiniMap';
import { follow } from '../routing/router';
import { BoundedCache } from './cache';
import { PastFrame } from './PastFrame';
import { PlayBar } from './PlayBar';
import { momentsOf, stayMs, type Speed } from './timeline';
import { replayWords } from './words';
import '../incident/incident.css';

const pageSize = 200;
// A long incident has some hundred events; a fire with a thousand callers has a few thousand.
const eventsMax = 2_000;
const viewsMax = 60;
const nothing: { events: readonly JournalEvent[]; cut: boolean } = { events: [], cut: false };

/** One incident from its first event to its last, with the view as it was known after each. */
export function IncidentReplay({ id }: { id: string }) {
  const words = useWords(replayWords);
  const format = useFormats();
  const term = useWords(terms);
  const trail = useTrail(id);
  const { events, cut } = answerOf(trail.asked) ?? nothing;
  const moments = useMemo(() => momentsOf(events), [events]);
  const [index, setIndex] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(60);
  const [incident, setIncident] = useState<Incident | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  const [store] = useState(() => new LiveStore());
  const views = useMemo(
    () => new BoundedCache((at: string) => api.get<Incident>(`/incidents/${encodeURIComponent(id)}${query({ at })}`), viewsMax),
    [id],
  );
  const list = useRef<HTMLOListElement>(null);
  const moment = moments[index];

  useEffect(() => {
    if (!moment) return;
    let gone = false;
    views
      .get(moment.at)
      .then((view) => {
        if (gone) return;
        setIncident(view);
        setFailure(null);
        store.reset({ epoch: '', position: 0, at: moment.at, incidents: [boardItem(view)], units: [] } satisfies Board);
        for (const next of [moments[index + 1], moments[index - 1], moments[index + 2]])
          if (next) views.get(next.at).catch(() => undefined);
      })
      .catch((why: unknown) => {
        if (!gone) setFailure(why);
      });
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    return () => void (gone = true);
  }, [moment, moments, index, views, store, turn]);
  useEffect(() => {
    const next = moments[index + 1];
    if (!playing || !moment) return;
    if (!next) return setPlaying(false);
    const timer = setTimeout(() => setIndex(index + 1), stayMs(moment, next, speed));
    return () => clearTimeout(timer);
  }, [playing, index, moment, moments, speed]);

  const again = () => setTurn((n) => n + 1);
  if (!moment) return <Answer of={trail.asked} again={trail.again}>{() => null}</Answer>;
  const view: Asked<null> = failure ? failed<null>(asking, failure) : asking;
  if (!incident) return <Answer of={view} again={again}>{() => null}</Answer>;
  const [day, number] = splitNumber(incident.number);
  const happened = moment.events.at(-1)!.occurredAt;
  return (
    <PastFrame store={store} past={{ at: moment.at, by: 'recorded' }} shownAt={happened}>
      {failure !== null && <Answer of={view} again={again}>{() => null}</Answer>}
      <div className="past-controls">
        <div className="row wrap">
          <h1>
            <span className="visually-hidden">{words.incidentTitle('')}</span>
            <span className="priority" data-priority={incident.priority}>
              {incident.priority}
            </span>{' '}
            <span className="faint num">{day}</span>
            {number} · {incident.category}
          </h1>
          <span className={`chip ${statusTone[incident.status]}`}>{term.status[incident.status]}</span>
          <span className="quiet">{incident.location?.address}</span>
          <span className="push row">
            <a className="button small" href={`/incidents/${encodeURIComponent(id)}`} onClick={follow}>
              {words.openIncident}
            </a>
            <a className="button small" href={`/replay?at=${encodeURIComponent(happened)}&by=occurred`} onClick={follow}>
              {words.board}
            </a>
          </span>
        </div>
        <PlayBar
          value={index}
          min={0}
          max={moments.length - 1}
          step={1}
          text={`${words.moment(index + 1, moments.length)}, ${format.time(happened)}: ${moment.events.map(sentence).join('; ')}`}
          playing={playing}
          speed={speed}
          onValue={setIndex}
          onPlaying={setPlaying}
          onSpeed={setSpeed}
        />
      </div>
      <div className="past-incident">
        <section aria-label={words.events} className="panel past-trail">
          <div className="desk-head">
            <h2 className="grow">{words.events}</h2>
            <span className="faint num">{words.moment(index + 1, moments.length)}</span>
          </div>
          <ol ref={list} tabIndex={0} aria-label={words.events}>
            {moments.map((m, i) => (
              <li key={m.at} aria-current={i === index ? 'step' : undefined} data-future={i > index ? '' : undefined}>
                <button
                  type="button"
                  onClick={() => {
                    setPlaying(false);
                    setIndex(i);
                  }}
                >
                  <time className="num" dateTime={m.events[0]!.occurredAt} title={words.recordedAt(format.full(m.at))}>
                    {format.time(m.events[0]!.occurredAt)}
                  </time>
                  <span>
                    {m.events.map((e) => (
                      <span key={e.version} className="past-sentence">
                        {sentence(e)}
                      </span>
                    ))}
                  </span>
                </button>
              </li>
            ))}
          </ol>
          {cut && <p className="note">{words.cut(eventsMax)}</p>}
        </section>
        <div className="past-view" role="region" aria-label={words.incidentTitle(number)} tabIndex={0}>
          <Assignments incident={incident} onDialog={() => undefined} />
          <div className="incident-columns">
            <div className="stack">
              <p className="narrative">{incident.narrative ?? '—'}</p>
              <Clocks incident={incident} />
            </div>
            <MiniMap incident={incident} />
          </div>
        </div>
      </div>
    </PastFrame>
  );
}

/** The whole trail, up to a limit. */
function useTrail(id: string): Question<{ events: readonly JournalEvent[]; cut: boolean }> {
  return useAsked<{ events: readonly JournalEvent[]; cut: boolean }>(`trail ${id}`, async (signal) => {
    const events: JournalEvent[] = [];
    let next: string | null = null;
    do {
      const page: Page<JournalEvent> = await api.get(
        `/incidents/${encodeURIComponent(id)}/trail${query({ limit: pageSize, cursor: next })}`,
        signal,
      );
      events.push(...page.items);
      next = page.next;
    } while (next !== null && events.length < eventsMax);
    return { events, cut: next !== null };
  });
}
