import { memo, useState, type DragEvent } from 'react';
import type { BoardIncident } from '../api/types';
import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { isActive } from '../incident/detail';
import { splitNumber, statusTone, terms } from '../incident/terms';
import { useFormats } from '../i18n/format';
import { draggedUnit, unitDragType } from '../units/drag';
import { useSecond } from '../time/ticker';
import { Ticking } from './Ticking';
import { pressing } from '../incident/urgency';
import { useUnseen } from '../messages/useSeen';
import { queueWords } from './words';

interface Props {
  incident: BoardIncident;
  top: number;
  index: number;
  count: number;
  selected: boolean;
  others: number;
  mayAssign: boolean;
  onPick: (id: string) => void;
  onDropped: (unitId: string, incidentId: string) => void;
}

/** One incident of the queue. It is rendered only when the incident changes; its clock ticks by itself. */
export const QueueRow = memo(function QueueRow({ incident, top, index, count, selected, others, mayAssign, onPick, onDropped }: Props) {
  const words = useWords(queueWords);
  const term = useWords(terms);
  const format = useFormats();
  const [over, setOver] = useState(false);
  const unseen = useUnseen(incident);
  const [day, rest] = splitNumber(incident.number);
  const active = incident.assignments.filter(isActive);

  function drop(event: DragEvent) {
    setOver(false);
    const unit = draggedUnit(event);
    if (!unit) return;
    event.preventDefault();
    onDropped(unit, incident.id);
  }

  return (
    <div
      id={`q-${incident.id}`}
      role="option"
      aria-selected={selected}
      aria-setsize={count}
      aria-posinset={index + 1}
      className={`qrow${over ? ' over' : ''}${incident.panicUnitId ? ' panic' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onPick(incident.id)}
      onDragOver={(e) => { if (mayAssign && e.dataTransfer.types.includes(unitDragType)) { e.preventDefault(); setOver(true); } }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <LateEdge incident={incident} />
      <span className="priority" data-priority={incident.priority} title={term.priority(incident.priority)}>
        <span className="visually-hidden">{term.priority(1).replace('1', '')}</span>
        {incident.priority}
      </span>
      <span className="qmain">
        <span className="qline">
          <b className="qnumber"><span className="faint">{day}</span>{rest}</b>
          <b className="cut grow">{incident.panicUnitId ? `${words.distress} ${incident.panicUnitId}` : incident.category}</b>
          {incident.callCount > 1 && (
            <span className="qcount" title={words.calls(incident.callCount)}>
              <Icon name="call" />
              {incident.callCount}
            </span>
          )}
          {unseen > 0 && (
            <span className="qcount unread" title={words.unread(unseen)}>
              <Icon name="note" />
              {unseen}
            </span>
          )}
          {others > 0 && <span className="qcount" title={words.seenBy(others)}><Icon name="eye" />{others}</span>}
        </span>
        <span className="qline quiet">
          <span className="cut grow">
            {incident.location?.address ??
              (incident.location?.lat != null
                ? `${incident.location.lat.toFixed(4)}, ${incident.location.lon!.toFixed(4)}`
                : words.noPlace)}
          </span>
        </span>
        <span className="qline">
          <span className={`chip ${statusTone[incident.status]}`}>{term.status[incident.status]}</span>
          <span className="qunits cut">{active.map((a) => a.unitId).join(' ')}</span>
          <span className="faint push num">{format.minute(incident.receivedAt)}</span>
        </span>
      </span>
      <Ticking incident={incident} />
    </div>
  );
});

/** The edge and ground of a late row: a component of its own, so that each second renders this and not the row. */
function LateEdge({ incident }: { incident: BoardIncident }) {
  const second = useSecond();
  const alarm = pressing(incident.clocks, second * 1000)?.alarm ?? 'none';
  return <i className="edge" data-alarm={alarm} aria-hidden="true" />;
}
