import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import type { Figures, Group, IntervalName } from './report';
import { reportWords } from './words';

/** The figures of the chart and those that it leaves out; the share within the target also as a bar. */
export function FiguresTable({
  caption,
  groups,
  total,
  interval,
  name,
}: {
  caption: string;
  groups: readonly Group[];
  total: Figures;
  interval: IntervalName;
  name: (key: string) => string;
}) {
  const words = useWords(reportWords);
  const hasTarget = total.target !== null || groups.some((g) => g.intervals[interval].target !== null);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="table figures">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.groupBy}</th>
            <th scope="col">{words.count}</th>
            <th scope="col">{words.negative}</th>
            <th scope="col">{words.mean}</th>
            <th scope="col">p50</th>
            <th scope="col">p90</th>
            <th scope="col">p95</th>
            {hasTarget && <><th scope="col">{words.target}</th><th scope="col">{words.within}</th></>}
          </tr>
        </thead>
        <tbody>
          {groups.map((g) => <Row key={g.key} head={name(g.key)} figures={g.intervals[interval]} hasTarget={hasTarget} />)}
          <Row head={words.all} figures={total} hasTarget={hasTarget} strong />
        </tbody>
      </table>
    </div>
  );
}

function Row({ head, figures: f, hasTarget, strong = false }: { head: string; figures: Figures; hasTarget: boolean; strong?: boolean }) {
  const format = useFormats();
  const time = (seconds: number | null) => (seconds === null ? '—' : format.duration(seconds));
  return (
    <tr className={strong ? 'strong' : undefined}>
      <th scope="row">{head}</th>
      <td>{format.number(f.count)}</td>
      <td>{format.number(f.negative)}</td>
      <td>{time(f.mean)}</td>
      <td>{time(f.p50)}</td>
      <td>{time(f.p90)}</td>
      <td>{time(f.p95)}</td>
      {hasTarget && (
        <>
          <td>{time(f.target)}</td>
          <td>
            {f.withinTarget === null ? (
              '—'
            ) : (
              <span className="within">
                <span className="within-bar" aria-hidden="true">
                  <i style={{ width: `${f.withinTarget * 100}%` }} />
                </span>
                {format.share(f.withinTarget)}
              </span>
            )}
          </td>
        </>
      )}
    </tr>
  );
}
