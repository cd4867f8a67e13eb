import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { began, isFew, type Figures, type IntervalName } from './report';
import { reportWords } from './words';

/** One interval at a glance: how long nine of ten took, of how many, and what never came. */
export function IntervalCard({
  interval,
  figures: f,
  chosen,
  onChoose,
}: {
  interval: IntervalName;
  figures: Figures;
  chosen: boolean;
  onChoose: () => void;
}) {
  const words = useWords(reportWords);
  const format = useFormats();
  const isGood = f.withinTarget !== null && f.withinTarget >= 0.9;
  return (
    <button type="button" className="interval-card" aria-pressed={chosen} onClick={onChoose}>
      <span className="quiet">{words.interval[interval]}</span>
      <b className="num">{f.p90 === null ? '—' : format.duration(f.p90)}</b>
      <span className="faint">{words.ninety}</span>
      <span className="row wrap">
        <span className="num">{words.countOf(format.number(f.count), format.number(began(f)))}</span>
        {isFew(f) && <span className="chip">{words.few}</span>}
      </span>
      <span className="row wrap">
        {f.never > 0 && (
          <span className="chip bad">
            <Icon name="alert" />
            {words.neverCount(format.number(f.never))}
          </span>
        )}
        {f.open > 0 && <span className="chip">{words.openCount(format.number(f.open))}</span>}
        {f.withinTarget !== null && (
          <span className={`chip ${isGood ? 'good' : 'warn'}`}>
            <Icon name={isGood ? 'check' : 'alert'} />
            {format.share(f.withinTarget)} {f.target === null ? words.inTime : words.upTo(format.duration(f.target))}
          </span>
        )}
      </span>
    </button>
  );
}
