import { useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { BoardIncident } from '../api/types';
import { useWords } from '../i18n/words';
import { usePresence } from '../live/live';
import { isHere } from '../live/presence';
import { AssignDialog } from '../map/AssignDialog';
import { useMay } from '../signin/may';
import { QueueRow } from './QueueRow';
import { queueWords } from './words';

const rowPx = 76;
// Rows above and below the visible ones, so that scrolling shows no gap.
const spareRows = 6;

/** The queue. Only visible rows are in the page, however many incidents there are. It is one stop of the Tab key; arrows move. */
export function QueueList({
  incidents,
  selected,
  onPick,
  empty,
}: {
  incidents: readonly BoardIncident[];
  selected: string | null;
  onPick: (id: string) => void;
  empty: string;
}) {
  const words = useWords(queueWords);
  const list = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ from: 0, to: 20 });
  const [dropped, setDropped] = useState<{ unitId: string; incidentId: string } | null>(null);
  const drop = useCallback((unitId: string, incidentId: string) => setDropped({ unitId, incidentId }), []);
  const others = othersOf(usePresence());
  const mayAssign = useMay('assign');

  useLayoutEffect(() => {
    const element = list.current!;
    const observer = new ResizeObserver(() => setView((old) => seen(element, old)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // Whatever the order does, the selected one stays in sight when it was chosen by key.
  const at = incidents.findIndex((i) => i.id === selected);
  useEffect(() => {
    const element = list.current!;
    if (at < 0 || !element.contains(document.activeElement)) return;
    if (at * rowPx < element.scrollTop) element.scrollTop = at * rowPx;
    else if ((at + 1) * rowPx > element.scrollTop + element.clientHeight) element.scrollTop = (at + 1) * rowPx - element.clientHeight;
    // Only when another one was chosen: the order alone must not scroll.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);

  function key(event: KeyboardEvent) {
    const page = Math.max(1, view.to - view.from - 2 * spareRows - 1);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: incidents.length - 1,
    }[event.key];
    if (to === undefined || incidents.length === 0) return;
    event.preventDefault();
    onPick(incidents[Math.min(incidents.length - 1, Math.max(0, to))]!.id);
  }

  const to = Math.min(incidents.length, view.to);
  const from = Math.min(view.from, to);
  const visible = at >= from && at < to;
  return (
    <>
      <div
        ref={list}
        className="qlist"
        // Screen readers do not accept a listbox without options.
        role={incidents.length > 0 ? 'listbox' : 'group'}
        tabIndex={0}
        aria-label={words.title}
        aria-activedescendant={visible ? `q-${selected}` : undefined}
        onKeyDown={key}
        onScroll={(e) => { const element = e.currentTarget; setView((old) => seen(element, old)); }}
      >
        <div className="qspace" role="presentation" style={{ height: incidents.length * rowPx }}>
          {incidents.slice(from, to).map((incident, i) => (
            <QueueRow
              key={incident.id}
              incident={incident}
              top={(from + i) * rowPx}
              index={from + i}
              count={incidents.length}
              selected={incident.id === selected}
              others={others.get(incident.id) ?? 0}
              mayAssign={mayAssign}
              onPick={onPick}
              onDropped={drop}
            />
          ))}
        </div>
        {incidents.length === 0 && <p className="empty">{empty}</p>}
      </div>
      {dropped && <AssignDialog {...dropped} onClose={() => setDropped(null)} />}
    </>
  );
}

/** The visible rows with the spare ones; the same object while they are the same, so that most scrolling draws nothing. */
function seen(element: HTMLElement, old: { from: number; to: number }): { from: number; to: number } {
  // In steps of the spare rows: only each few rows something is drawn.
  const step = (row: number) => Math.floor(row / spareRows) * spareRows;
  const from = Math.max(0, step(element.scrollTop / rowPx) - spareRows);
  const to = step((element.scrollTop + element.clientHeight) / rowPx) + 2 * spareRows;
  return old.from === from && old.to === to ? old : { from, to };
}

function othersOf(all: ReturnType<typeof usePresence>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all)
    if (one.incidentId && !isHere(one)) counts.set(one.incidentId, (counts.get(one.incidentId) ?? 0) + 1);
  return counts;
}
