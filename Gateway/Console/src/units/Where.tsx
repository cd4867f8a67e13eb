import type { Unit } from '../api/types';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { usePosition } from '../live/live';
import { RefusedChip } from '../incident/RefusedChip';
import { unitWords } from './words';

/** Where a unit is, and since when that is known. */
export function Where({ unit }: { unit: Unit }) {
  // Without the board, the one that was read with the unit.
  const position = usePosition(unit.id) ?? unit.position;
  const words = useWords(unitWords);
  const format = useFormats();
  if (!position)
    return (
      <span className="where">
        <span className="faint">—</span>
        <RefusedChip unitId={unit.id} />
      </span>
    );
  return (
    <span className="where">
      <span className="quiet">
        {position.lat.toFixed(4)}, {position.lon.toFixed(4)}
      </span>
      <span className="faint">{format.time(position.at)}</span>
      {position.accuracy != null && <span className="faint">± {format.distance(position.accuracy)}</span>}
      {position.stale && <span className="chip warn">{words.stale}</span>}
      <RefusedChip unitId={unit.id} />
    </span>
  );
}
