import { useEffect, useRef } from 'react';
import { Icon } from '../design/Icon';
import { commonWords } from '../i18n/commonWords';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { follow } from '../routing/router';
import { useStationNames } from '../stations/names';
import type { Reported } from './report';
import { useReported } from './useReported';
import { reportWords } from './words';

/** The incidents behind one figure. */
export function ReportedList({ title, asked, onClose }: { title: string; asked: string; onClose: () => void }) {
  const words = useWords(reportWords);
  const common = useWords(commonWords);
  const { items, next, loading, error, more } = useReported(asked);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus();
    head.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);
  return (
    <div className="panel chart" aria-busy={loading}>
      <div className="row">
        <h2 ref={head} tabIndex={-1} className="grow">{title}</h2>
        <button type="button" className="button plain small icon-only" aria-label={common.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {items.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
          <table className="table figures reported">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.incident}</th>
                <th scope="col">{words.grouping.category}</th>
                <th scope="col">{words.grouping.priority}</th>
                <th scope="col">{words.grouping.unit}</th>
                <th scope="col">{words.received}</th>
                <th scope="col">{words.took}</th>
                <th scope="col">{words.target}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => <Line key={`${item.incidentId} ${item.unitId} ${item.startedAt}`} item={item} />)}
            </tbody>
          </table>
        </div>
      )}
      {error && (
        <p className="note bad" role="alert">
          {words.listFailed}: {error}
        </p>
      )}
      {loading && <p className="faint" role="status">{words.loading}</p>}
      {!loading && !error && items.length === 0 && <p className="faint">{words.noneListed}</p>}
      {next && !loading && !error && (
        <button type="button" className="button" onClick={more}>
          {words.more}
        </button>
      )}
    </div>
  );
}

function Line({ item }: { item: Reported }) {
  const words = useWords(reportWords);
  const format = useFormats();
  const nameOf = useStationNames();
  const took = `${item.seconds < 0 ? '−' : ''}${format.duration(item.seconds)}`;
  return (
    <tr>
      <th scope="row">
        <a href={`/incidents/${encodeURIComponent(item.incidentId)}`} onClick={follow}>{item.number}</a>
      </th>
      <td>{item.category}</td>
      <td>{item.priority}</td>
      <td>
        {item.unitId ?? '—'} <span className="faint">{item.station && nameOf(item.station)}</span>
      </td>
      <td>{format.full(item.receivedAt)}</td>
      <td>
        {took} {item.endedAt === null && <span className={`chip ${item.state === 'never' ? 'bad' : ''}`}>{words.state[item.state]}</span>}
      </td>
      <td>
        {item.target === null ? '—' : format.duration(item.target)}{' '}
        {item.withinTarget === false && <span className="chip warn">{words.missed}</span>}
      </td>
    </tr>
  );
}
