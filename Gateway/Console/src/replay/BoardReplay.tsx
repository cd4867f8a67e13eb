import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Icon } from '../design/Icon';
import { centreTimeZone, useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { useIncidents, useUnits } from '../live/live';
import type { Past } from '../time/past';
import { ChosenCard } from '../map/ChosenCard';
import type { Place } from '../map/geo';
import type { Pick } from '../map/picking';
import type { TocsinMap } from '../map/tocsinMap';
import { mapWords } from '../map/words';
import { QueueList } from '../queue/QueueList';
import { inOrder } from '../incident/urgency';
import { addDays, dayOf, isDay, startOf } from '../reports/days';
import { follow, go, useQuery } from '../routing/router';
import { serverClock } from '../time/serverClock';
import { UnitStrip } from '../units/UnitStrip';
import { PastFrame } from './PastFrame';
import { PlayBar } from './PlayBar';
import { neighbours, onGrid, stepSeconds, type Speed } from './timeline';
import { usePastBoard } from './usePastBoard';
import { replayWords } from './words';

const MapCanvas = lazy(() => import('../map/MapCanvas'));

// The address follows the slider once it rests: browsers allow some hundred changes in half a minute.
const addressAfterMs = 500;
const playMs = 1_000;

/** The whole board at any moment of a day. */
export function BoardReplay() {
  const words = useWords(replayWords);
  const format = useFormats();
  const search = useQuery();
  const zone = centreTimeZone();
  const given = Date.parse(search.get('at') ?? '');
  const [atMs, setAt] = useState(() => onGrid(Number.isNaN(given) ? serverClock.now() - 3_600_000 : given, 1));
  const [by, setBy] = useState<Past['by']>(search.get('by') === 'occurred' ? 'occurred' : 'recorded');
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(60);
  const day = dayOf(atMs, zone);
  const range = useMemo(
    () => ({ from: startOf(day, zone), to: Math.min(startOf(addDays(day, 1), zone) - 1_000, onGrid(serverClock.now(), 1)) }),
    [day, zone],
  );
  const step = stepSeconds(speed);
  const past: Past = { at: new Date(atMs).toISOString(), by };
  const { store, shown, loading, error } = usePastBoard(past, neighbours(atMs, playing ? speed : step, playing, range));

  useEffect(() => {
    // The next step waits for this one: a slow gateway makes a slow replay, not many requests.
    if (!playing || loading) return;
    const timer = setTimeout(() => (atMs + speed * 1000 > range.to ? setPlaying(false) : setAt(atMs + speed * 1000)), playMs);
    return () => clearTimeout(timer);
  }, [playing, loading, atMs, speed, range]);
  useEffect(() => {
    const timer = setTimeout(() => go(`/replay?at=${encodeURIComponent(past.at)}&by=${by}`, { replace: true }), addressAfterMs);
    return () => clearTimeout(timer);
  }, [past.at, by]);

  const toDay = (next: string) => isDay(next) && setAt(Math.min(startOf(next, zone) + (atMs - range.from), onGrid(serverClock.now(), 1)));
  const toTime = (next: string) => {
    const [h, m, s] = next.split(':').map(Number);
    if (h !== undefined && m !== undefined) setAt(Math.min(range.to, range.from + ((h * 60 + m) * 60 + (s ?? 0)) * 1000));
  };

  return (
    <PastFrame store={store} past={shown ?? past} shownAt={(shown ?? past).at}>
      <div className="past-controls">
        <h1 className="visually-hidden">{words.title}</h1>
        <div className="row wrap">
          <label className="row quiet">
            {words.day}{' '}
            <input
              className="input small"
              type="date"
              value={day}
              min="2000-01-01"
              max={dayOf(serverClock.now(), zone)}
              onChange={(e) => toDay(e.target.value)}
            />
          </label>
          <label className="row quiet">
            {words.time}{' '}
            <input className="input small" type="time" step={1} value={format.time(atMs)} onChange={(e) => toTime(e.target.value)} />
          </label>
          <div className="row" role="group" aria-label={words.byLabel}>
            {(['recorded', 'occurred'] as const).map((b) => (
              <button key={b} type="button" className="button small" aria-pressed={by === b} onClick={() => setBy(b)}>
                {words[b]}
              </button>
            ))}
          </div>
          <span className="past-state" role="status">{error ? `${words.failed}: ${error}` : loading ? words.loading : ''}</span>
        </div>
        <PlayBar
          value={atMs}
          min={range.from}
          max={range.to}
          step={step * 1000}
          text={format.time(atMs)}
          playing={playing}
          speed={speed}
          onValue={(v) => setAt(onGrid(v, 1))}
          onPlaying={setPlaying}
          onSpeed={setSpeed}
        />
      </div>
      {shown && <PastDesk at={shown.at} />}
    </PastFrame>
  );
}

/** The desk as it was: the same queue, map and units. */
function PastDesk({ at }: { at: string }) {
  const words = useWords(replayWords);
  const map = useWords(mapWords);
  const format = useFormats();
  const [incidents, units] = [useIncidents(), useUnits()];
  const [chosen, setChosen] = useState<Pick | null>(null);
  const [canvas, setCanvas] = useState<TocsinMap | null>(null);
  const [fitted, setFitted] = useState(false);
  const ordered = useMemo(() => inOrder(incidents, Date.parse(at)), [incidents, at]);
  const busy = units.filter((u) => u.incidentId !== null).length;

  useEffect(() => {
    if (!canvas || fitted || incidents.length === 0) return;
    canvas.fit(incidents.flatMap((i) => placeOf(i)), false);
    setFitted(true);
  }, [canvas, fitted, incidents]);

  function pick(id: string) {
    setChosen({ kind: 'incident', id });
    const place = placeOf(incidents.find((i) => i.id === id))[0];
    if (place) canvas?.goTo(place);
  }

  return (
    <div className="past-desk">
      <section className="desk-queue" aria-label={words.queue}>
        <div className="desk-head">
          <h2 className="grow">{words.queue}</h2>
          <span className="chip">{words.open(format.number(incidents.length))}</span>
          <span className="chip">{words.busy(format.number(busy))}</span>
        </div>
        <QueueList incidents={ordered} selected={chosen?.kind === 'incident' ? chosen.id : null} onPick={pick} empty={words.empty} />
      </section>
      <div className="past-map">
        <Suspense fallback={<p className="empty">{map.loading}</p>}>
          <MapCanvas label={map.mapLabel} chosen={chosen} onMap={setCanvas} onPick={setChosen} />
        </Suspense>
        {chosen && (
          <div className="past-card">
            <ChosenCard
              chosen={chosen}
              minutes={0}
              tracks={null}
              onMinutes={() => undefined}
              onAssign={() => undefined}
              onPick={setChosen}
              onClose={() => setChosen(null)}
            />
            {chosen.kind === 'incident' && (
              <a className="button" href={`/replay/${encodeURIComponent(chosen.id)}`} onClick={follow}>
                <Icon name="replay" />
                {words.replayThis}
              </a>
            )}
          </div>
        )}
      </div>
      <UnitStrip />
    </div>
  );
}

function placeOf(incident: { location: { lat: number | null; lon: number | null } | null } | undefined): Place[] {
  const { lat, lon } = incident?.location ?? {};
  return lat == null || lon == null ? [] : [{ lat, lon }];
}
