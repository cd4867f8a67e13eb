import type { Duplicate } from '../api/types';
import { Icon } from '../design/Icon';
import { formats, useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { splitNumber } from '../incident/terms';
import { live } from '../live/live';
import { callWords } from './words';

/** Likely duplicates, the likeliest first: the first is joined by one key. */
export function DuplicateList({ duplicates, onJoin }: { duplicates: readonly Duplicate[]; onJoin: ((one: Duplicate) => void) | null }) {
  const words = useWords(callWords);
  const format = useFormats();
  return (
    <ol className="duplicates">
      {duplicates.map((d, i) => {
        const known = live.incidents.get(d.incidentId);
        const calls = d.callCount ?? known?.callCount ?? 0;
        return (
          <li key={d.incidentId} className="panel">
            <span className="row">
              <b>{splitNumber(d.number ?? known?.number ?? d.incidentId)[1]}</b>
              <span className="cut grow">{d.category ?? known?.category}</span>
              <span className={`chip ${d.score >= 0.7 ? 'bad' : d.score >= 0.4 ? 'warn' : ''}`}>{words.score(format.share(d.score))}</span>
            </span>
            <span className="quiet cut">{d.location?.address ?? known?.location?.address}</span>
            <span className="row wrap faint">
              {reasons(d).map((r) => (
                <span key={r}>{r}</span>
              ))}
              {calls > 0 && !d.why?.some((w) => w.code === 'callers') && <span>{words.calls(calls)}</span>}
            </span>
            {onJoin && (
              <button type="button" className="button small" onClick={() => onJoin(d)}>
                <Icon name="link" />
                {words.join}
                {i === 0 && <kbd className="kbd">Alt+J</kbd>}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function reasons(one: Duplicate): string[] {
  const { why } = callWords.now();
  if (!one.why?.length) return one.reasons;
  return one.why.map((w, i) => {
    const value = w.value ?? 0;
    switch (w.code) {
      case 'place': return why.place(formats().distance(value));
      case 'time': return why.time(formats().duration(value));
      case 'category': return why.category;
      case 'words': return why.words(formats().share(value / 100));
      case 'callers': return why.callers(value);
      default: return one.reasons[i] ?? w.code;
    }
  });
}
