import { memo, useState } from 'react';
import type { Unit } from '../api/types';
import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { splitNumber, terms, unitTone } from '../incident/terms';
import { useUnits } from '../live/live';
import { useStore } from '../live/picture';
import { follow } from '../routing/router';
import { useStationNames } from '../stations/names';
import { dragUnit } from './drag';
import { byStation } from './group';
import { RefusedChip } from '../incident/RefusedChip';
import { unitWords } from './words';
import './units.css';

/** The units on duty, beside the queue: free ones first. A unit can be dragged onto an incident. */
export function UnitStrip() {
  const words = useWords(unitWords);
  const units = useUnits();
  const nameOf = useStationNames();
  const [text, setText] = useState('');
  const shown = units.filter((u) =>
    `${u.id} ${u.callSign} ${u.kind} ${u.capabilities.join(' ')}`.toLocaleLowerCase().includes(text.toLocaleLowerCase()),
  );
  const free = units.filter((u) => u.status === 'available').length;
  return (
    <aside className="unit-strip" aria-label={words.title}>
      <div className="desk-head">
        <h2 className="grow">{words.title}</h2>
        <span className="chip good">{words.free(free)}</span>
        <span className="chip">{words.busy(units.length - free)}</span>
      </div>
      <div className="strip-filter">
        <input
          className="input small"
          type="search"
          aria-label={words.filter}
          placeholder={words.filterHint}
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
      </div>
      <div className="strip-list" tabIndex={0} role="region" aria-label={words.title}>
        {byStation(shown).map(([station, list]) => (
          <section key={station ?? ''}>
            <h3>{station === null ? words.noStation : nameOf(station)} <span className="faint">{list.length}</span></h3>
            <ul>{list.map((u) => <StripUnit key={u.id} unit={u} />)}</ul>
          </section>
        ))}
        {units.length === 0 && <p className="empty">{words.none}</p>}
      </div>
      <p className="strip-hint faint">{words.dragHint}</p>
    </aside>
  );
}

const StripUnit = memo(function StripUnit({ unit }: { unit: Unit }) {
  const words = useWords(unitWords);
  const { unitStatus } = useWords(terms);
  const store = useStore();
  const incident = unit.incidentId ? store.incidents.get(unit.incidentId) : undefined;
  return (
    <li
      className="strip-unit"
      draggable={unit.status === 'available'}
      onDragStart={(e) => dragUnit(e, unit.id)}
      title={unit.capabilities.join(', ')}
    >
      <Icon name={unit.status === 'outOfService' ? 'close' : 'units'} />
      <a href={`/units/${encodeURIComponent(unit.id)}`} onClick={follow} draggable={false}>{unit.callSign}</a>
      <RefusedChip unitId={unit.id} short />
      {Boolean(unit.unreadByCentre) && <span className="chip warn" title={words.unread(unit.unreadByCentre!)}>{unit.unreadByCentre}</span>}
      {incident ? (
        <a className={`chip ${unitTone[unit.status]}`} href={`/incidents/${encodeURIComponent(incident.id)}`} onClick={follow}>
          {unitStatus[unit.status]} {splitNumber(incident.number)[1]}
        </a>
      ) : (
        <span className={`chip ${unitTone[unit.status]}`}>{unitStatus[unit.status]}</span>
      )}
    </li>
  );
});
