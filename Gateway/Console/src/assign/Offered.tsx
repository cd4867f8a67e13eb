import type { Recommendation } from '../api/types';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { dragUnit } from '../units/drag';
import { reasonsOf } from './reasons';
import { assignWords } from './words';

/** Units to choose from; the first nine of the whole panel have a key. */
export function Offered({
  units,
  first,
  chosen,
  toggle,
}: {
  units: readonly Recommendation[];
  first: number;
  chosen: ReadonlySet<string>;
  toggle: (unitId: string) => void;
}) {
  return (
    <ul className="offers">
      {units.map((u, i) => (
        <li key={u.unitId}>
          <button
            type="button"
            className="offer"
            aria-pressed={chosen.has(u.unitId)}
            onClick={() => toggle(u.unitId)}
            draggable
            onDragStart={(e) => dragUnit(e, u.unitId)}
          >
            <kbd className="kbd">{first + i + 1 < 10 ? first + i + 1 : ' '}</kbd>
            <b>{u.unitId}</b>
            <Eta unit={u} />
            <span className="quiet cut">{reasonsOf(u).join(' · ')}</span>
            <span className="offer-check">{chosen.has(u.unitId) && <Icon name="check" />}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** When a unit would be there, and how far it drives; a dash where nobody knows. */
export function Eta({ unit }: { unit: Recommendation }) {
  const format = useFormats();
  if (unit.etaSeconds === null || unit.distanceMeters === null) return <span className="eta num">—</span>;
  return (
    <span className="eta num">
      <b>{format.stopwatch(unit.etaSeconds)}</b> <span className="faint">{format.distance(unit.distanceMeters)}</span>
    </span>
  );
}

/** Sends another unit in place of one that was taken. */
export function Instead({ unit, onSend }: { unit: Recommendation; onSend: () => void }) {
  const words = useWords(assignWords);
  const format = useFormats();
  return (
    <button type="button" className="button small" onClick={onSend}>
      {words.instead(unit.unitId, unit.etaSeconds === null ? '—' : format.stopwatch(unit.etaSeconds))}
    </button>
  );
}
