import { useId } from 'react';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { bucketShares, type Group, type IntervalName } from './report';
import { reportWords } from './words';

// A narrower part has no room for its figure.
const labelFromShare = 0.07;

/** How a group's times are spread over the policy's buckets: a bar of the whole, parts in order, each with its own hatching. */
export function BucketChart({
  title,
  groups,
  interval,
  name,
}: {
  title: string;
  groups: readonly Group[];
  interval: IntervalName;
  name: (key: string) => string;
}) {
  const words = useWords(reportWords);
  const format = useFormats();
  const id = useId();
  const bounds = groups[0]?.intervals[interval].buckets ?? [];
  const label = (index: number) => {
    const upTo = bounds[index]?.upTo ?? null;
    return upTo === null ? words.over(format.duration(bounds[index - 1]?.upTo ?? 0)) : words.upTo(format.duration(upTo));
  };
  return (
    <figure className="chart panel" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <p className="chart-key" aria-hidden="true">
        {bounds.map((_, i) => (
          <span key={i}>
            <i className={`bucket b${Math.min(i, 4)}`} /> {label(i)}
          </span>
        ))}
      </p>
      <div className="chart-body" aria-hidden="true">
        {groups.map((g) => (
          <div key={g.key} className="chart-row">
            <span className="chart-name cut">{name(g.key)}</span>
            <span className="chart-stack">
              {bucketShares(g.intervals[interval]).map(
                (b, i) =>
                  b.count > 0 && (
                    <span
                      key={i}
                      className={`bucket b${Math.min(i, 4)}`}
                      style={{ width: `${b.share * 100}%` }}
                      title={`${label(i)}: ${b.count}`}
                    >
                      {b.share >= labelFromShare && <b>{format.share(b.share)}</b>}
                    </span>
                  ),
              )}
            </span>
            <span className="chart-value num">{format.number(g.intervals[interval].count)}</span>
          </div>
        ))}
      </div>
      <details>
        <summary>{words.asTable}</summary>
        <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
          <table className="table figures">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.groupBy}</th>
                {bounds.map((_, i) => (
                  <th key={i} scope="col">
                    {label(i)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.map((g) => (
                <tr key={g.key}>
                  <th scope="row">{name(g.key)}</th>
                  {bucketShares(g.intervals[interval]).map((b, i) => (
                    <td key={i}>
                      {format.number(b.count)} <span className="faint">{format.share(b.share)}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
