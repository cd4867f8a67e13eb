import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import './panes.css';

/** A pane beside others. */
export interface Pane {
  /** Its name: on the button that unfolds it, and for screen readers. */
  name: string;
  icon: IconName;
  content: ReactNode;
}

interface Props {
  /** What there is to choose from; on the left. */
  list: Pane;
  /** What was chosen, or a hint that something can be. */
  open: Pane;
  /** A second thing that belongs to the open one, for example the incident that was made of a call. */
  beside?: Pane | null;
  /** What is useful with all of them; on the right. */
  side?: Pane | null;
  /** Whether something was chosen: on a phone it is shown in place of the list. */
  isOpen: boolean;
}

type Place = 'list' | 'open' | 'beside' | 'side';

/**
 * The panes of a screen. Where there is room (from 100rem) all stand side by side. At the width of a desk the side pane is folded, and the
 * list too when two things are open: a button at the edge unfolds it over the others. On a phone (below 48rem) there is one at a time, with
 * a row of buttons for the others. The width is that of the screen within the frame, not of the window.
 */
export function Panes({ list, open, beside = null, side = null, isOpen }: Props) {
  const [chosen, setChosen] = useState<{ place: Place; of: boolean } | null>(null);
  // What was unfolded stays only until another thing is opened.
  const unfolded = chosen?.of === isOpen ? chosen.place : null;
  const onPhone = unfolded ?? (isOpen ? 'open' : 'list');
  const panes: [Place, Pane | null][] = [
    ['list', list],
    ['open', open],
    ['beside', beside],
    ['side', side],
  ];
  const closeByKey = (e: KeyboardEvent) => {
    if (e.key !== 'Escape' || unfolded === null || e.defaultPrevented) return;
    setChosen(null);
  };
  return (
    <div className="panes" data-beside={beside ? '' : undefined} data-side={side ? '' : undefined} onKeyDown={closeByKey}>
      <div className="pane-buttons">
        {panes.map(([place, pane]) => pane && (
          <button
            key={place}
            type="button"
            className="pane-button"
            data-place={place}
            aria-expanded={unfolded === place}
            data-phone={onPhone === place ? '' : undefined}
            onClick={() => setChosen(unfolded === place ? null : { place, of: isOpen })}
          >
            <Icon name={pane.icon} />
            <span>{pane.name}</span>
          </button>
        ))}
      </div>
      {panes.map(([place, pane]) => pane && (
        <div
          key={place}
          className="pane"
          data-place={place}
          data-unfolded={unfolded === place ? '' : undefined}
          data-phone={onPhone === place ? '' : undefined}
        >
          {pane.content}
        </div>
      ))}
    </div>
  );
}
