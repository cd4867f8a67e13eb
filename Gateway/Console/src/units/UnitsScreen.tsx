import { useState } from 'react';
import type { Unit } from '../api/types';
import { Answer } from '../asking/Answer';
import { answerOf } from '../asking/asked';
import { useWords } from '../i18n/words';
import { spokenById } from '../incident/naming';
import { splitNumber, terms, unitTone } from '../incident/terms';
import { Board } from '../live/Board';
import { live, useUnits } from '../live/live';
import { follow, match, usePath } from '../routing/router';
import { useMay } from '../signin/may';
import { useStationNames } from '../stations/names';
import { dragUnit } from './drag';
import { DutyButtons } from './DutyButtons';
import { byStation } from './group';
import { SharedCallSigns } from './SharedCallSigns';
import { UnitPage } from './UnitPage';
import { useOffDuty, useUnitsRead } from './useUnitsRead';
import { VisitorDialog } from './VisitorDialog';
import { Where } from './Where';
import { unitWords } from './words';
import './units.css';

/** All units by station: who is on duty, who is where, and the changes of a shift. */
export default function UnitsScreen() {
  const id = match('/units/:id', usePath())?.['id'] ?? null;
  const mayFollow = useMay('readBoard');
  if (id) return <UnitPage id={id} />;
  return mayFollow ? <Board><LiveTable /></Board> : <ReadTable />;
}

function LiveTable() {
  return <UnitTable onDuty={useUnits()} />;
}

/** For a role that may read the units but not follow the board: they are read now and then. */
function ReadTable() {
  const { asked, again } = useUnitsRead();
  return <Answer of={asked} again={again}>{(units) => <UnitTable onDuty={units.filter((u) => u.status !== 'offDuty')} />}</Answer>;
}

function UnitTable({ onDuty }: { onDuty: readonly Unit[] }) {
  const words = useWords(unitWords);
  const { unitStatus } = useWords(terms);
  const nameOf = useStationNames();
  const [text, setText] = useState('');
  const [off, setOff] = useState(false);
  const [receiving, setReceiving] = useState(false);
  const mayReceive = useMay('receiveVisitors');
  const mayRegister = useMay('register');
  const resting = useOffDuty(off, onDuty);
  const all = off ? [...onDuty, ...(answerOf(resting.asked) ?? []).filter((u) => !onDuty.some((o) => o.id === u.id))] : onDuty;
  const searched = (u: Unit) =>
    [u.id, u.callSign, u.kind, u.station ?? '', u.station ? nameOf(u.station) : '', ...u.capabilities, unitStatus[u.status]].join(' ');
  const shown = all.filter((u) => searched(u).toLocaleLowerCase().includes(text.toLocaleLowerCase()));
  const count = (status: Unit['status']) => onDuty.filter((u) => u.status === status).length;
  return (
    <div className="units-screen">
      <div className="screen-head">
        <h1>{words.title}</h1>
        <span className="chip">{words.onDuty(onDuty.length)}</span>
        {(['available', 'assigned', 'enRoute', 'onScene', 'outOfService'] as const).map((s) => (
          <span key={s} className={`chip ${unitTone[s]}`}>
            {unitStatus[s]} {count(s)}
          </span>
        ))}
        <label className="check push">
          <input type="checkbox" checked={off} onChange={(e) => setOff(e.target.checked)} />
          {words.showOff}
        </label>
        {mayReceive && (
          <button type="button" className="button" onClick={() => setReceiving(true)}>
            {words.visitor}
          </button>
        )}
        <input
          className="input units-filter"
          type="search"
          aria-label={words.filter}
          placeholder={words.filterHint}
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
      </div>
      {mayRegister && <SharedCallSigns />}
      {receiving && <VisitorDialog onClose={() => setReceiving(false)} />}
      {off && <Answer of={resting.asked} again={resting.again} what={words.showOff}>{() => null}</Answer>}
      {shown.length === 0 && <p className="empty">{text ? words.noneFound : words.none}</p>}
      {byStation(shown).map(([station, list]) => (
        <section key={station ?? ''} className="panel unit-group" aria-label={station === null ? words.noStation : nameOf(station)}>
          <h2>{station === null ? words.noStation : nameOf(station)} <span className="faint">{list.length}</span></h2>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.unit}</th>
                <th scope="col">{words.status}</th>
                <th scope="col">{words.incident}</th>
                <th scope="col">{words.kind}</th>
                <th scope="col">{words.capabilities}</th>
                <th scope="col">{words.position}</th>
                <th scope="col">
                  <span className="visually-hidden">{words.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>{list.map((u) => <UnitRow key={u.id} unit={u} />)}</tbody>
          </table>
        </section>
      ))}
    </div>
  );
}

function UnitRow({ unit }: { unit: Unit }) {
  const { unitStatus } = useWords(terms);
  const incident = unit.incidentId ? live.incidents.get(unit.incidentId) : undefined;
  return (
    <tr draggable={unit.status === 'available'} onDragStart={(e) => dragUnit(e, unit.id)}>
      <th scope="row"><a href={`/units/${encodeURIComponent(unit.id)}`} onClick={follow}>{unit.callSign}</a></th>
      <td>
        <span className={`chip ${unitTone[unit.status]}`}>{unitStatus[unit.status]}</span>{' '}
        {unit.outOfService && <span className="quiet">{unit.outOfService}</span>}
      </td>
      <td>
        {incident ? (
          <a href={`/incidents/${encodeURIComponent(incident.id)}`} onClick={follow}>
            {splitNumber(incident.number)[1]} {incident.category}
          </a>
        ) : (
          // One that whoever looks may not see is an incident all the same.
          <span className="faint">{unit.incidentId ? spokenById(unit.incidentId) : '—'}</span>
        )}
      </td>
      <td>{unit.kind}</td>
      <td className="quiet">{unit.capabilities.join(', ')}</td>
      <td className="num"><Where unit={unit} /></td>
      <td><DutyButtons unit={unit} /></td>
    </tr>
  );
}
