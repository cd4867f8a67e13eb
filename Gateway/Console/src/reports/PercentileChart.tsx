import { useId } from 'react';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import type { Group, IntervalName } from './report';
import { secondsScale, share } from './scale';
import { reportWords } from './words';

/** A line for each group from p50 to p95; the marks differ in shape, the target is a dashed line. The table beside it has the figures. */
export function PercentileChart({
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
  const rows = groups.map((g) => ({ key: g.key, f: g.intervals[interval] }));
  const { max, ticks } = secondsScale(Math.max(...rows.flatMap(({ f }) => [f.p95 ?? 0, f.target ?? 0])));
  const at = (seconds: number | null) => `${share(seconds ?? 0, max)}%`;
  return (
    <figure className="chart panel" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <p className="chart-key" aria-hidden="true">
        <span>
          <Mark kind="p50" /> p50
        </span>
        <span>
          <Mark kind="p90" /> p90
        </span>
        <span>
          <Mark kind="p95" /> p95
        </span>
        {rows.some(({ f }) => f.target !== null) && (
          <span>
            <i className="chart-target key" /> {words.target}
          </span>
        )}
      </p>
      <div className="chart-body" aria-hidden="true">
        <div className="chart-scale">
          {ticks.map((t) => (
            <span key={t} style={{ left: at(t) }}>
              {t === 0 ? '0' : format.duration(t)}
            </span>
          ))}
        </div>
        {rows.map(({ key, f }) => (
          <div key={key} className="chart-row">
            <span className="chart-name cut">{name(key)}</span>
            <span className="chart-line">
              {ticks.slice(1).map((t) => <i key={t} className="chart-tick" style={{ left: at(t) }} />)}
              {f.target !== null && <i className="chart-target" style={{ left: at(f.target) }} />}
              {f.count > 0 && (
                <>
                  <i className="chart-span" style={{ left: at(f.p50), width: `${share((f.p95 ?? 0) - (f.p50 ?? 0), max)}%` }} />
                  <span className="chart-mark" style={{ left: at(f.p95) }}><Mark kind="p95" /></span>
                  <span className="chart-mark" style={{ left: at(f.p90) }}><Mark kind="p90" /></span>
                  <span className="chart-mark" style={{ left: at(f.p50) }}><Mark kind="p50" /></span>
                </>
              )}
            </span>
            <span className="chart-value num">
              {f.p90 === null ? '—' : format.duration(f.p90)}
              {f.never > 0 && <small>{words.neverCount(format.number(f.never))}</small>}
            </span>
          </div>
        ))}
      </div>
    </figure>
  );
}

const shapes = { p50: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z', p90: 'M6 0.500 11.500 11H0.500Z', p95: 'M1.500 1.500h9v9h-9Z' } as const;

function Mark({ kind }: { kind: keyof typeof shapes }) {
  return <svg className={`mark ${kind}`} viewBox="0 0 12 12" width="12" height="12"><path d={shapes[kind]} /></svg>;
}
