import { Dialog } from '../design/Dialog';
import { useWords } from '../i18n/words';
import { terms } from '../incident/terms';
import { symbol } from './symbols';
import { mapWords } from './words';

const statuses = ['available', 'assigned', 'enRoute', 'onScene', 'outOfService'] as const;
const kinds = ['car', 'moto', 'foot', 'medic', 'fire'] as const;

/** Explains the map's symbols. */
export function Legend({ onClose }: { onClose: () => void }) {
  const words = useWords(mapWords);
  const term = useWords(terms);
  return (
    <Dialog title={words.legend} onClose={onClose}>
      <div className="legend">
        <Group title={words.legendIncidents} rows={[1, 2, 3, 4].map((p) => [`i${p}`, words.priority(p)])} />
        <Group title={words.legendUnits} rows={statuses.map((s) => [`u-car-${s}`, term.unitStatus[s]])} />
        <Group title={words.legendKinds} rows={kinds.map((k) => [`u-${k}-available`, words.kinds[k]])} />
        <Group
          title={words.legendOther}
          note={words.legendHeading}
          rows={[
            ['i1!', words.legendLate],
            ['u-car-available~', words.legendStale],
            ['station', words.station],
          ]}
        />
      </div>
    </Dialog>
  );
}

function Group({ title, rows, note }: { title: string; note?: string; rows: readonly (readonly [name: string, text: string])[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {rows.map(([name, text]) => <li key={name}><Picture name={name} />{text}</li>)}
      </ul>
      {note && <p className="quiet">{note}</p>}
    </section>
  );
}

/** A symbol of the map, beside its words. */
export function Picture({ name }: { name: string }) {
  return (
    <canvas
      className="legend-picture"
      aria-hidden="true"
      ref={(canvas) => {
        const made = symbol(name);
        if (!canvas || !made) return;
        canvas.width = made.image.width;
        canvas.height = made.image.height;
        canvas.style.width = `${made.image.width / made.pixelRatio}px`;
        canvas.getContext('2d')!.putImageData(made.image, 0, 0);
      }}
    />
  );
}
