import { useMemo, type ReactNode } from 'react';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { StoreContext } from '../live/picture';
import type { LiveStore } from '../live/store';
import { follow } from '../routing/router';
import { PastContext, type Past } from '../time/past';
import { StandingSecond } from '../time/ticker';
import { replayWords } from './words';

/** The frame around a past moment: colour and banner. All components in it read this store and this time. */
export function PastFrame({ store, past, shownAt, children }: { store: LiveStore; past: Past; shownAt: string; children: ReactNode }) {
  const words = useWords(replayWords);
  const format = useFormats();
  const { at, by } = past;
  const shown = useMemo(() => ({ at, by }), [at, by]);
  return (
    <StoreContext value={store}>
      <PastContext value={shown}>
        <StandingSecond value={Math.floor(Date.parse(shownAt) / 1000)}>
          <div className="past">
            <p className="past-banner">
              <Icon name="replay" />
              <b>{words.past}</b>
              <span className="num">{words.pastAt(format.full(shownAt))}</span>
              <span>{words[past.by]}</span>
              <span className="past-hint">{words.nothingHere}</span>
              <a className="button small push" href="/" onClick={follow}>
                {words.toPresent}
              </a>
            </p>
            {children}
          </div>
        </StandingSecond>
      </PastContext>
    </StoreContext>
  );
}
