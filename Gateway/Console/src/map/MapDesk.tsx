import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { usePositionsIn, type Box } from '../live/area';
import { usePicture } from '../live/picture';
import { useMay, useMayOnUnits } from '../signin/may';
import { useSecond } from '../time/ticker';
import { AssignDialog } from './AssignDialog';
import { ChosenCard } from './ChosenCard';
import { kept } from './camera';
import { Legend } from './Legend';
import { inHeldOrder, near, placeOf, type NearItem } from './near';
import { NearList } from './NearList';
import type { Place } from './geo';
import type { Pick } from './picking';
import type { TocsinMap } from './tocsinMap';
import { answerOf } from '../asking/asked';
import type { Track } from './ground';
import { useTracks } from './tracks';
import { mapWords } from './words';
import './map.css';

const MapCanvas = lazy(() => import('./MapCanvas'));
const closeZoom = 14.5;

const noTracks: readonly Track[] = [];

/** Map and list side by side, of the present or of a past moment. */
export function MapDesk({ chosen, onChoose }: { chosen: Pick | null; onChoose: (pick: Pick | null) => void }) {
  const words = useWords(mapWords);
  const { store, past } = usePicture();
  const [map, setMap] = useState<TocsinMap | null>(null);
  const [view, setView] = useState<{ box: Box; centre: Place } | null>(null);
  const [text, setText] = useState('');
  const [kinds, setKinds] = useState({ incidents: true, units: true });
  const [ways, setWays] = useState(true);
  const [minutes, setMinutes] = useState(0);
  const [legend, setLegend] = useState(false);
  const [asked, setAsked] = useState<{ unitId: string; incidentId: string } | null>(null);
  const mayAssign = useMay('assign');
  const second = useSecond();
  const nowMs = past ? Date.parse(past.at) : second * 1000;
  usePositionsIn(past ? null : (view?.box ?? null));

  const held = useRef(false);
  const before = useRef<readonly NearItem[]>([]);
  const list = useMemo(() => {
    if (!view) return { items: [], total: 0 };
    // Computed once a second, not with each of a thousand positions.
    const found = near(
      { incidents: store.incidents.values(), units: store.units.values(), positions: store.positions },
      { ...view, text, ...kinds },
      nowMs,
    );
    const items = held.current ? inHeldOrder(before.current, found.items) : found.items;
    before.current = items;
    return { items, total: found.total };
  }, [store, view, text, kinds, nowMs]);

  const mayTrack = useMayOnUnits('readUnitTrail');
  const chosenUnits = useMemo(() => {
    if (!chosen || minutes === 0) return [];
    const ids = chosen.kind === 'unit' ? [chosen.id] : (store.incidents.get(chosen.id)?.assignments ?? []).map((a) => a.unitId);
    // Another station's unit is on this incident, too: its track is not asked for.
    return ids.filter((id) => mayTrack(store.units.get(id) ?? { id, station: null }));
  }, [chosen, minutes, store, mayTrack]);
  const reading = useTracks(chosenUnits, minutes, past ? Date.parse(past.at) : null);
  const tracks = (reading && answerOf(reading.asked)) ?? noTracks;

  const look = useCallback((place: Place | null) => place && map?.goTo(place, closeZoom), [map]);
  // An address that names something brings it into the middle.
  const first = useRef(chosen);
  const fitted = useRef(kept.camera !== null && !past);
  const total = store.versionOf('incidents') + store.versionOf('units');
  useEffect(() => {
    if (!map || !store.loaded || (store.incidents.size === 0 && store.units.size === 0)) return;
    const wanted = first.current && placeOfPick(first.current, store);
    if (wanted) {
      first.current = null;
      fitted.current = true;
      map.goTo(wanted, closeZoom);
    } else if (!fitted.current) {
      fitted.current = true;
      map.fit(everything(store), false);
    }
  }, [map, store, total]);

  const pick = useCallback((next: Pick | null) => onChoose(next), [onChoose]);

  return (
    <div className="map-desk">
      <h1 className="visually-hidden">{words.title}</h1>
      <section className="map-side" aria-label={words.list}>
        {chosen && (
          <ChosenCard
            chosen={chosen}
            minutes={minutes}
            tracks={reading}
            onMinutes={setMinutes}
            onPick={(next) => {
              pick(next);
              look(placeOfPick(next, store));
            }}
            onClose={() => pick(null)}
            onAssign={(unitId, incidentId) => setAsked({ unitId, incidentId })}
          />
        )}
        <div className="map-tools" role="search">
          <input
            className="input small"
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
          <div className="row wrap">
            <button
              type="button"
              className="button small"
              aria-pressed={kinds.incidents}
              onClick={() => setKinds({ ...kinds, incidents: !kinds.incidents })}
            >
              {words.incidents}
            </button>
            <button
              type="button"
              className="button small"
              aria-pressed={kinds.units}
              onClick={() => setKinds({ ...kinds, units: !kinds.units })}
            >
              {words.units}
            </button>
            <span className="faint push">{words.count(list.total)}</span>
          </div>
        </div>
        <NearList
          held={held}
          items={list.items}
          total={list.total}
          chosen={chosen}
          onLook={(item: NearItem) => map?.goTo(item.place)}
          onPick={(next) => {
            pick(next);
            look(placeOfPick(next, store));
          }}
        />
      </section>
      <div className="map-main">
        <Suspense fallback={<p className="empty" role="status">{words.loading}</p>}>
          <MapCanvas
            label={words.mapLabel}
            keep={!past}
            chosen={chosen}
            tracks={tracks}
            ways={ways}
            onMap={setMap}
            onMove={(box, centre) => setView({ box, centre })}
            onPick={pick}
            onDrop={mayAssign ? (unitId, incidentId) => setAsked({ unitId, incidentId }) : undefined}
          />
        </Suspense>
        <div className="map-buttons">
          <button type="button" className="button small" onClick={() => map?.fit(everything(store))}><Icon name="map" />{words.all}</button>
          <button type="button" className="button small" aria-pressed={ways} title={words.waysHint} onClick={() => setWays(!ways)}>
            {words.ways}
          </button>
          <button type="button" className="button small" onClick={() => setLegend(true)}>{words.legend}</button>
        </div>
        {mayAssign && <p className="map-hint faint">{words.dragHint}</p>}
      </div>
      {legend && <Legend onClose={() => setLegend(false)} />}
      {asked && <AssignDialog {...asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

type Store = ReturnType<typeof usePicture>['store'];

function placeOfPick(pick: Pick, store: Store): Place | null {
  if (pick.kind === 'unit') {
    const unit = store.units.get(pick.id);
    return unit ? placeOf(unit, store.positions.get(pick.id)) : null;
  }
  const { lat, lon } = store.incidents.get(pick.id)?.location ?? {};
  return lat == null || lon == null ? null : { lat, lon };
}

function* everything(store: Store): Iterable<Place> {
  for (const id of store.incidents.keys()) yield* listOf(placeOfPick({ kind: 'incident', id }, store));
  for (const id of store.units.keys()) yield* listOf(placeOfPick({ kind: 'unit', id }, store));
}

const listOf = (place: Place | null): Place[] => (place ? [place] : []);
