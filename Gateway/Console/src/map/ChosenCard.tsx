import { useId, useState, type ReactNode } from 'react';
import type { BoardIncident, Unit } from '../api/types';
import { Answer } from '../asking/Answer';
import type { Question } from '../asking/useAsked';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { splitNumber, statusTone, terms, unitTone } from '../incident/terms';
import { useIncident, useIncidents, usePosition, useUnit, useUnits } from '../live/live';
import { usePast } from '../time/past';
import { pressing } from '../incident/urgency';
import { follow } from '../routing/router';
import { useMay, useMayOnUnits, type OwnedUnit } from '../signin/may';
import { useSecond } from '../time/ticker';
import { distanceMeters, type Place } from './geo';
import type { Track } from './ground';
import { placeOf } from './near';
import type { Pick } from './picking';
import { RefusedChip } from '../incident/RefusedChip';
import { mapWords } from './words';

/** The lengths of a track that are offered, in minutes; 0: no track. */
export const trackMinutes = [0, 30, 120, 720] as const;

// Positions carry metres a second; people read kilometres an hour.
const kmhPerMs = 3.6;

interface Props {
  chosen: Pick;
  minutes: number;
  /** The tracks that are asked for; null: none. */
  tracks: Question<readonly Track[]> | null;
  onMinutes: (minutes: number) => void;
  onAssign: (unitId: string, incidentId: string) => void;
  onPick: (pick: Pick) => void;
  onClose: () => void;
}

/** The chosen incident or unit in words, with the actions that dragging offers on the map. */
export function ChosenCard(props: Props) {
  const [incident, unit] = [
    useIncident(props.chosen.kind === 'incident' ? props.chosen.id : null),
    useUnit(props.chosen.kind === 'unit' ? props.chosen.id : null),
  ];
  if (incident) return <IncidentCard incident={incident} {...props} />;
  if (unit) return <UnitCard unit={unit} {...props} />;
  return null;
}

function Card({ title, onClose, children }: { title: ReactNode; onClose: () => void; children: ReactNode }) {
  const words = useWords(mapWords);
  return (
    <section className="map-card" aria-live="off">
      <div className="row">
        <h2 className="grow cut">{title}</h2>
        <button type="button" className="button plain small icon-only" aria-label={words.back} title={words.back} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </section>
  );
}

function IncidentCard({ incident, onAssign, onPick, onClose, ...track }: Props & { incident: BoardIncident }) {
  const words = useWords(mapWords);
  const term = useWords(terms);
  const format = useFormats();
  const units = useUnits();
  const nowMs = useSecond() * 1000;
  const mayAssign = useMay('assign');
  const [day, number] = splitNumber(incident.number);
  const press = pressing(incident.clocks, nowMs);
  const on = incident.assignments.filter((a) => ['assigned', 'acknowledged', 'enRoute', 'onScene'].includes(a.stage));
  const { lat, lon } = incident.location ?? {};
  const free =
    lat == null || lon == null
      ? []
      : nearestTo(
          { lat, lon },
          units
            .filter((u) => u.status === 'available')
            .map((u) => ({ id: u.id, text: `${u.callSign} · ${u.kind}`, place: placeOf(u, undefined) })),
        );
  return (
    <Card
      title={
        <>
          <span className="priority" data-priority={incident.priority}>
            {incident.priority}
          </span>{' '}
          <span className="faint num">{day}</span>
          <span className="num">{number}</span> {incident.category}
        </>
      }
      onClose={onClose}
    >
      <p className="row wrap">
        <span className={`chip ${statusTone[incident.status]}`}>{term.status[incident.status]}</span>
        {press && (
          <span className={`chip ${press.alarm === 'late' ? 'bad' : press.alarm === 'warn' ? 'warn' : ''}`}>
            <Icon name={press.alarm === 'late' ? 'alert' : 'clock'} />
            {term.clock[press.clock.stage]}{' '}
            <span className="num">
              {press.alarm === 'late' ? '+' : ''}
              {format.stopwatch(press.remaining)}
            </span>
          </span>
        )}
      </p>
      {incident.location?.address && <p>{incident.location.address}</p>}
      {incident.summary && <p className="quiet">{incident.summary}</p>}
      <div className="row wrap">
        <span className="label quiet">{on.length > 0 ? words.onIt : words.nobody}</span>
        {on.map((a) => (
          <button key={a.unitId} type="button" className="button small" onClick={() => onPick({ kind: 'unit', id: a.unitId })}>
            {a.unitId} <span className="quiet">{term.stage[a.stage]}</span>
          </button>
        ))}
      </div>
      <TrackChoice of={on.map((a) => units.find((u) => u.id === a.unitId) ?? { id: a.unitId, station: null })} {...track} />
      {mayAssign && <Choice label={words.assignUnit} options={free} onChoose={(unit) => onAssign(unit, incident.id)} />}
      <a className="button" href={`/incidents/${encodeURIComponent(incident.id)}`} onClick={follow}>{words.open}</a>
    </Card>
  );
}

function UnitCard({ unit, onAssign, onPick, onClose, ...track }: Props & { unit: Unit }) {
  const words = useWords(mapWords);
  const term = useWords(terms);
  const format = useFormats();
  const position = usePosition(unit.id);
  const incidents = useIncidents();
  const holder = useIncident(unit.incidentId);
  const nowMs = useSecond() * 1000;
  const mayAssign = useMay('assign');
  const from = placeOf(unit, position);
  const targets = !from
    ? []
    : nearestTo(
        from,
        incidents
          .filter((i) => i.id !== unit.incidentId)
          .map((i) => ({
            id: i.id,
            text: `${splitNumber(i.number)[1]} · ${i.category}`,
            place: i.location?.lat == null || i.location.lon == null ? null : { lat: i.location.lat, lon: i.location.lon },
          })),
      );
  const heard = position && [
    words.seen(format.duration(Math.max(0, (nowMs - Date.parse(position.at)) / 1000))),
    ...(position.stale ? [words.stale] : []),
    ...(position.accuracy == null ? [] : [words.accuracy(format.distance(position.accuracy))]),
    ...(position.speed === null ? [] : [words.speed(format.number(position.speed * kmhPerMs))]),
  ];
  return (
    <Card title={<>{unit.callSign} <span className="quiet">{unit.kind}</span></>} onClose={onClose}>
      <p className="row wrap">
        <span className={`chip ${unitTone[unit.status]}`}>{term.unitStatus[unit.status]}</span>
        {unit.station && <span className="quiet">{unit.station}</span>}
        {unit.capabilities.map((c) => <span key={c} className="chip">{c}</span>)}
      </p>
      <RefusedChip unitId={unit.id} />
      <p className="quiet num">{heard ? heard.join(' · ') : words.noPosition}</p>
      {holder && (
        <p>
          <button type="button" className="button small" onClick={() => onPick({ kind: 'incident', id: holder.id })}>
            <span className="priority" data-priority={holder.priority}>
              {holder.priority}
            </span>
            {splitNumber(holder.number)[1]} {holder.category}
          </button>
        </p>
      )}
      <TrackChoice of={[unit]} {...track} />
      {mayAssign && unit.status !== 'outOfService' && unit.status !== 'offDuty' && (
        <Choice label={words.assignTo} options={targets} onChoose={(incident) => onAssign(unit.id, incident)} />
      )}
      <a className="button" href={`/units/${encodeURIComponent(unit.id)}`} onClick={follow}>{words.openUnit}</a>
    </Card>
  );
}

/** Where there is one among these units whose track may be read. */
function TrackChoice({ of, minutes, tracks, onMinutes }: TrackProps & { of: readonly OwnedUnit[] }) {
  const words = useWords(mapWords);
  const format = useFormats();
  const mayRead = useMayOnUnits('readUnitTrail');
  const past = usePast();
  if (!of.some(mayRead) || past?.by === 'occurred') return null;
  return (
    <div className="stack">
      <div className="row wrap" role="group" aria-label={words.track}>
        <span className="quiet">{words.track}</span>
        {trackMinutes.map((m) => (
          <button key={m} type="button" className="button small" aria-pressed={m === minutes} onClick={() => onMinutes(m)}>
            {m === 0 ? words.trackOff : format.duration(m * 60)}
          </button>
        ))}
      </div>
      {tracks && (
        <Answer of={tracks.asked} again={tracks.again} what={words.track}>
          {(all) => all.every((t) => t.points.length === 0) && <p className="quiet" role="status">{words.trackEmpty}</p>}
        </Answer>
      )}
    </div>
  );
}

type TrackProps = Omit<Props, 'chosen' | 'onAssign' | 'onPick' | 'onClose'>;

const choicesMax = 40;

function nearestTo(from: Place, all: readonly { id: string; text: string; place: Place | null }[]) {
  return all
    .flatMap((o) => (o.place ? [{ ...o, meters: distanceMeters(from, o.place) }] : []))
    .sort((a, b) => a.meters - b.meters)
    .slice(0, choicesMax);
}

/** Assigns by keyboard, as dragging does by mouse: the nearest first. */
function Choice({
  label,
  options,
  onChoose,
}: {
  label: string;
  options: readonly { id: string; text: string; meters: number }[];
  onChoose: (id: string) => void;
}) {
  const words = useWords(mapWords);
  const format = useFormats();
  const id = useId();
  const [value, setValue] = useState('');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <select id={id} className="input" value={value} onChange={(e) => setValue(e.target.value)}>
          <option value="">{words.choose}</option>
          {options.map((o) => <option key={o.id} value={o.id}>{o.text} · {format.distance(o.meters)}</option>)}
        </select>
        <button type="button" className="button" disabled={!options.some((o) => o.id === value)} onClick={() => onChoose(value)}>
          {words.assign}
        </button>
      </div>
    </div>
  );
}
