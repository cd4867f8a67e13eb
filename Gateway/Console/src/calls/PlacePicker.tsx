import { useState } from 'react';
import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { parseCoordinates } from '../incident/place';
import { spoken } from '../map/geo';
import { PlacePicker as MapPicker } from '../map/PlacePicker';
import { mapWords } from '../map/words';

// Whoever works with the map open finds it open with the next call.
let lastOpen = false;

/** Puts a place by a click or the arrow keys on the map, as coordinates in the field above. */
export function PlacePicker({ value, onPick }: { value: string; onPick: (coordinates: string) => void }) {
  const words = useWords(mapWords);
  const [open, setOpen] = useState(lastOpen);
  const place = parseCoordinates(value);
  return (
    <div className="stack">
      <button type="button" className="button small" aria-expanded={open} onClick={() => setOpen((lastOpen = !open))}><Icon name="map" />{words.place}</button>
      {open && <MapPicker value={place === 'bad' ? null : place} onPick={(p) => onPick(spoken(p))} />}
    </div>
  );
}
