import { useRef, useState } from 'react';
import { Icon } from '../design/Icon';
import { Panes } from '../design/Panes';
import { useWords } from '../i18n/words';
import { IncidentPage } from './IncidentPage';
import { terms } from '../incident/terms';
import { Board } from '../live/Board';
import { useIncidents } from '../live/live';
import { compareIds } from '../live/ids';
import { usePresenceOf } from '../live/presence';
import { go, match, usePath } from '../routing/router';
import { useShortcuts } from '../keyboard/shortcuts';
import { usePerson } from '../signin/session';
import { useStationNames } from '../stations/names';
import { UnitStrip } from '../units/UnitStrip';
import type { IncidentStatus } from '../api/types';
import { noFilter, type QueueFilter } from '../queue/filter';
import { remember, useOpened } from '../queue/opened';
import { QueueList } from '../queue/QueueList';
import { useFiltered, useLateCount, useOrdered } from '../queue/useQueue';
import { queueWords } from '../queue/words';
import '../queue/queue.css';

// The filter is kept while another screen is shown.
let lastFilter: QueueFilter = noFilter;

/** The desk, as soon as there is a board. */
export default function QueueScreen() {
  return <Board><Desk /></Board>;
}

/** The queue on the left, the open incident in the middle, the units on the right. */
function Desk() {
  const words = useWords(queueWords);
  const selected = match('/incidents/:id', usePath())?.['id'] ?? null;
  const [filter, setFilterState] = useState(lastFilter);
  const setFilter = (next: QueueFilter) => setFilterState((lastFilter = next));
  const person = usePerson();
  const opened = useOpened();
  const incidents = useFiltered(filter, { station: person?.station ?? null, unitId: person?.unitId ?? null, opened });
  const search = useRef<HTMLInputElement>(null);
  usePresenceOf(selected);

  function pick(id: string) {
    remember(id);
    go(`/incidents/${encodeURIComponent(id)}`, { replace: selected !== null });
  }
  const step = (by: number) => {
    const at = incidents.findIndex((i) => i.id === selected);
    const next = incidents[Math.max(0, Math.min(incidents.length - 1, at + by))];
    if (next) pick(next.id);
  };
  useShortcuts([
    { keys: 'j', label: () => words.down, run: () => step(1) },
    { keys: 'k', label: () => words.up, run: () => step(-1) },
    { keys: 'f', label: () => words.focusFilter, run: () => search.current?.focus() },
  ]);

  const list = (
    <section className="desk-queue" aria-label={words.title}>
      <QueueHead />
      <FilterBar filter={filter} onChange={setFilter} search={search} />
      <QueueList incidents={incidents} selected={selected} onPick={pick} empty={filter === noFilter ? words.none : words.noneFound} />
    </section>
  );
  const open = selected ? <IncidentPage key={selected} id={selected} /> : (
    <div className="empty desk-empty">
      <Icon name="queue" />
      <p>{words.pick} <kbd className="kbd">j</kbd></p>
      <p className="faint">{words.pickHint}</p>
    </div>
  );
  return (
    <Panes
      list={{ name: words.paneList, icon: 'queue', content: list }}
      open={{ name: words.paneOpen, icon: 'note', content: open }}
      side={{ name: words.paneUnits, icon: 'units', content: <UnitStrip /> }}
      isOpen={selected !== null}
    />
  );
}

function QueueHead() {
  const words = useWords(queueWords);
  const open = useOrdered().length;
  const late = useLateCount();
  return (
    <div className="desk-head">
      <h1>{words.title}</h1>
      <span className="chip">{words.open(open)}</span>
      {late > 0 && <span className="chip bad"><Icon name="alert" />{words.late(late)}</span>}
    </div>
  );
}

function FilterBar({
  filter,
  onChange,
  search,
}: {
  filter: QueueFilter;
  onChange: (next: QueueFilter) => void;
  search: React.RefObject<HTMLInputElement | null>;
}) {
  const words = useWords(queueWords);
  const { status } = useWords(terms);
  const nameOf = useStationNames();
  const stations = [...new Set(useIncidents().flatMap((i) => i.station ?? []))].sort(compareIds);
  const open = (Object.keys(status) as IncidentStatus[]).filter((s) => s !== 'closed');
  return (
    <div className="desk-filter" role="search" aria-label={words.filter}>
      <input
        ref={search}
        className="input small"
        type="search"
        aria-label={words.filter}
        placeholder={words.filterHint}
        value={filter.text}
        onChange={(e) => onChange({ ...filter, text: e.target.value })}
        onKeyDown={(e) => { if (e.key === 'Escape') { onChange({ ...filter, text: '' }); e.currentTarget.blur(); } }} />
      <select
        className="input small"
        aria-label={words.anyStatus}
        value={filter.status}
        onChange={(e) => onChange({ ...filter, status: e.target.value as QueueFilter['status'] })}
      >
        <option value="">{words.anyStatus}</option>
        {open.map((s) => <option key={s} value={s}>{status[s]}</option>)}
      </select>
      <select
        className="input small"
        aria-label={words.anyStation}
        value={filter.station}
        onChange={(e) => onChange({ ...filter, station: e.target.value })}
      >
        <option value="">{words.anyStation}</option>
        {stations.map((s) => <option key={s} value={s}>{nameOf(s)}</option>)}
      </select>
      <button type="button" className="button small" aria-pressed={filter.mine} onClick={() => onChange({ ...filter, mine: !filter.mine })}>
        {words.mine}
      </button>
    </div>
  );
}
