import type { OverdueList } from '../api/types';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { lateWords } from './words';

type Count = OverdueList['byStation'][number];

const rowsMax = 8;

/** How many are late by station, unit or stage, as bars with their numbers. A click filters the list. */
export function Counts({
  title,
  counts,
  name,
  chosen,
  onChoose,
}: {
  title: string;
  counts: readonly Count[];
  name: (key: string) => string;
  chosen: string | null;
  onChoose: (key: string | null) => void;
}) {
  const words = useWords(lateWords);
  const format = useFormats();
  const most = Math.max(1, ...counts.map((c) => c.count));
  return (
    <section className="late-counts panel">
      <h2>{title}</h2>
      {counts.length === 0 && <p className="faint">—</p>}
      <ul>
        {counts.slice(0, rowsMax).map((c) => {
          const label = c.key === null ? words.noKey : name(c.key);
          return (
            <li key={c.key ?? ''}>
              <button
                type="button"
                className="late-count"
                disabled={c.key === null}
                aria-pressed={chosen !== null && chosen === c.key}
                title={words.showOnly(label)}
                onClick={() => onChoose(chosen === c.key ? null : c.key)}
              >
                <span className="cut">{label}</span>
                <span className="late-bar" aria-hidden="true">
                  <i className="untaken" style={{ width: `${(c.untaken / most) * 100}%` }} />
                  <i style={{ width: `${((c.count - c.untaken) / most) * 100}%` }} />
                </span>
                <b className="num" aria-hidden="true">{format.number(c.count)}</b>
                <span className="faint num" aria-hidden="true">{format.duration(c.worstSeconds)}</span>
                <span className="visually-hidden">{words.bar(c.count, c.untaken, format.duration(c.worstSeconds))}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
