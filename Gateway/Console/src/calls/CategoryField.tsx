import { useId, useState, type KeyboardEvent } from 'react';
import { answerOf } from '../asking/asked';
import { useWords } from '../i18n/words';
import { useIncidents } from '../live/live';
import { suggest } from './draft';
import { useRunCards } from './runCards';
import { callWords } from './words';

/** A category is free text, completed from the centre's run cards and its open incidents. */
export function CategoryField({ value, onChange, autoFocus }: { value: string; onChange: (category: string) => void; autoFocus: boolean }) {
  const words = useWords(callWords);
  const id = useId();
  const [focused, setFocused] = useState(false);
  const [at, setAt] = useState(-1);
  const incidents = useIncidents();
  const cards = answerOf(useRunCards().asked) ?? [];
  const counts = new Map<string, number>();
  for (const card of cards) for (const category of card.categories) counts.set(category, counts.get(category) ?? 0);
  for (const { category } of incidents) counts.set(category, (counts.get(category) ?? 0) + 1);
  const found = focused ? suggest(value, counts) : [];

  function pick(category: string) {
    onChange(category);
    setAt(-1);
  }
  function key(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'ArrowDown' && found.length > 0) setAt((at + 1) % found.length);
    else if (event.key === 'ArrowUp' && at >= 0) setAt(at - 1);
    else if (event.key === 'Enter' && found.length > 0) pick(found[Math.max(0, at)]!);
    else if (event.key === 'Escape' && at >= 0) setAt(-1);
    else return;
    event.preventDefault();
  }
  return (
    <div className="field typeahead">
      <label htmlFor={id}>{words.category}</label>
      <input
        id={id}
        className="input"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        maxLength={100}
        required
        autoComplete="off"
        autoFocus={autoFocus}
        placeholder={words.categoryHint}
        value={value}
        onChange={(e) => { onChange(e.target.value); setAt(-1); }}
        onKeyDown={key}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      />
      {found.length > 0 && (
        <ul id={`${id}-list`} role="listbox" aria-label={words.category}>
          {found.map((category, i) => (
            <li
              key={category}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === at}
              onMouseDown={(e) => {
                e.preventDefault();
                pick(category);
              }}
            >
              {category}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
