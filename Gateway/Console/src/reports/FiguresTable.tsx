import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { follow } from '../routing/router';
import { began, isFew, type Figures, type Group, type IntervalName, type Shown } from './report';
import { reportWords } from './words';

/** The figures of the chart and those that it leaves out; what each counts is a link to its incidents. */
export function FiguresTable({
  caption,
  groups,
  total,
  interval,
  name,
  linkTo,
}: {
  caption: string;
  groups: readonly Group[];
  total: Figures;
  interval: IntervalName;
  name: (key: string) => string;
  linkTo: (key: string | null, show: Shown) => string;
}) {
  const words = useWords(reportWords);
  const hasShare = total.withinTarget !== null || groups.some((g) => g.intervals[interval].withinTarget !== null);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="table figures">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.groupBy}</th>
            <th scope="col">{words.count}</th>
            <th scope="col">{words.never}</th>
            <th scope="col">{words.open}</th>
            <th scope="col">p50</th>
            <th scope="col">p90</th>
            <th scope="col">p95</th>
            <th scope="col">{words.mean}</th>
            {hasShare && <><th scope="col">{words.target}</th><th scope="col">{words.within}</th></>}
            <th scope="col">{words.negative}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((g) => (
            <Row
              key={g.key}
              head={name(g.key)}
              figures={g.intervals[interval]}
              hasShare={hasShare}
              linkTo={(show) => linkTo(g.key, show)}
            />
          ))}
          <Row head={words.all} figures={total} hasShare={hasShare} linkTo={(show) => linkTo(null, show)} strong />
        </tbody>
      </table>
    </div>
  );
}

function Row({
  head,
  figures: f,
  hasShare,
  linkTo,
  strong = false,
}: {
  head: string;
  figures: Figures;
  hasShare: boolean;
  linkTo: (show: Shown) => string;
  strong?: boolean;
}) {
  const words = useWords(reportWords);
  const format = useFormats();
  const time = (seconds: number | null) => (seconds === null ? '—' : format.duration(seconds));
  const linked = (show: Shown, count: number, text: string) =>
    count === 0 ? (
      text
    ) : (
      <a className={show} href={linkTo(show)} onClick={follow} aria-label={`${head}: ${words.shown[show]} ${text}`}>
        {text}
      </a>
    );
  return (
    <tr className={strong ? 'strong' : undefined}>
      <th scope="row">{head}</th>
      <td>
        {isFew(f) && <span className="chip" title={words.fewMeans}>{words.few}</span>}{' '}
        {linked('measured', f.count, words.countOf(format.number(f.count), format.number(began(f))))}
      </td>
      <td>{linked('never', f.never, format.number(f.never))}</td>
      <td>{linked('open', f.open, format.number(f.open))}</td>
      <td>{time(f.p50)}</td>
      <td>{time(f.p90)}</td>
      <td>{time(f.p95)}</td>
      <td>{time(f.mean)}</td>
      {hasShare && (
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
                {f.withinTarget === 1 ? (
                  format.share(1)
                ) : (
                  <a href={linkTo('late')} onClick={follow} aria-label={`${head}: ${words.shown.late}`}>
                    {format.share(f.withinTarget)}
                  </a>
                )}
              </span>
            )}
          </td>
        </>
      )}
      <td>
        {linked('negative', f.negative, format.number(f.negative))}
        {f.suspect ? <> + {linked('suspect', f.suspect, words.suspectCount(format.number(f.suspect)))}</> : null}
      </td>
    </tr>
  );
}
