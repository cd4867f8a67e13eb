import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { splitNumber, terms } from '../incident/terms';
import type { NearItem } from './near';
import { kindOf } from './features';
import { Picture } from './Legend';
import type { Pick } from './picking';
import { mapWords } from './words';

/** The map as a list, for keyboard and screen reader: everything that can be pointed at can be chosen here. */
export function NearList({
  held,
  items,
  total,
  chosen,
  onPick,
  onLook,
}: {
  held: RefObject<boolean>;
  items: readonly NearItem[];
  total: number;
  chosen: Pick | null;
  onPick: (pick: Pick) => void;
  onLook: (item: NearItem) => void;
}) {
  const words = useWords(mapWords);
  const [active, setActive] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(0, items.findIndex((i) => keyOf(i) === active));
  useEffect(() => list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' }), [active]);

  function key(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }[event.key];
    if (step !== undefined) {
      const next = items[Math.max(0, Math.min(items.length - 1, at + step))];
      if (next) {
        setActive(keyOf(next));
        onLook(next);
      }
    } else if (event.key === 'Enter' && items[at]) onPick({ kind: items[at].kind, id: items[at].id });
    else return;
    event.preventDefault();
  }

  if (items.length === 0) return <p className="empty">{words.none}</p>;
  return (
    <>
      <div
        ref={list}
        className="near-list"
        role="listbox"
        aria-label={words.list}
        tabIndex={0}
        onKeyDown={key}
        onPointerEnter={() => void (held.current = true)}
        onPointerLeave={() => void (held.current = false)}
        onBlur={() => void (held.current = false)}
        onFocus={() => {
          held.current = true;
          setActive((a) => a ?? keyOf(items[0]!));
        }}
        aria-activedescendant={active && items.some((i) => keyOf(i) === active) ? `near-${active}` : undefined}
      >
        {items.map((item) => (
          <div
            key={keyOf(item)}
            id={`near-${keyOf(item)}`}
            role="option"
            aria-selected={chosen?.kind === item.kind && chosen.id === item.id}
            data-active={keyOf(item) === active ? '' : undefined}
            className="near-row"
            onClick={() => onPick({ kind: item.kind, id: item.id })}
          >
            {item.kind === 'incident' ? <IncidentLine item={item} /> : <UnitLine item={item} />}
          </div>
        ))}
      </div>
      {total > items.length && <p className="near-more faint">{words.more(items.length, total)}</p>}
    </>
  );
}

const keyOf = (item: NearItem) => `${item.kind}-${item.id}`;

function IncidentLine({ item }: { item: NearItem & { kind: 'incident' } }) {
  const words = useWords(mapWords);
  const term = useWords(terms);
  const format = useFormats();
  const { incident } = item;
  return (
    <>
      <span className="priority" data-priority={incident.priority}>
        <span className="visually-hidden">{words.priority(incident.priority)}</span>
        <span aria-hidden="true">{incident.priority}</span>
      </span>
      <span className="grow cut">
        <b className="num">{splitNumber(incident.number)[1]}</b> {incident.category}
        <br />
        <span className="quiet">
          {term.status[incident.status]}
          {incident.location?.address ? ` · ${incident.location.address}` : ''}
        </span>
      </span>
      {item.late && <span className="chip bad"><Icon name="alert" />{words.late}</span>}
      <span className="faint num">{format.distance(item.meters)}</span>
    </>
  );
}

function UnitLine({ item }: { item: NearItem & { kind: 'unit' } }) {
  const words = useWords(mapWords);
  const term = useWords(terms);
  const format = useFormats();
  const { unit, position } = item;
  const old = position?.stale ?? true;
  return (
    <>
      <Picture name={`u-${kindOf(unit.kind)}-${unit.status}${old ? '~' : ''}`} />
      <span className="grow cut">
        <b>{unit.callSign}</b> <span className="quiet">{unit.kind}</span>
        <br />
        <span className="quiet">
          {term.unitStatus[unit.status]}
          {unit.station ? ` · ${unit.station}` : ''}
        </span>
      </span>
      {old && <span className="chip">{position ? words.stale : words.noPosition}</span>}
      <span className="faint num">{format.distance(item.meters)}</span>
    </>
  );
}
