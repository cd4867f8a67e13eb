import { useEffect, useRef } from 'react';
import { outbox, useOutbox } from '../api/commands';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { commonWords } from '../i18n/commonWords';
import { useWords } from '../i18n/words';
import { useFeedState } from '../live/live';
import { session, useExpired } from '../signin/session';
import { useSecond } from '../time/ticker';
import { problemText } from '../api/problemText';
import { toast } from '../alerts/toasts';
import { shellWords } from './words';

/** Banners above each screen: the gateway is unavailable, commands wait, the sign-in has ended. */
export function Banners() {
  const words = useWords(shellWords);
  const common = useWords(commonWords);
  const state = useFeedState();
  const { waiting, refused } = useOutbox();
  const expired = useExpired();
  const wasLost = useRef(false);
  useEffect(() => {
    if (state.is === 'lost') wasLost.current = true;
    if (state.is !== 'live' || !wasLost.current) return;
    wasLost.current = false;
    outbox.tryNow();
    toast('good', words.backAgain);
  }, [state, words]);
  return (
    <div role="status">
      {expired && (
        <p className="banner bad">
          <Icon name="user" />
          {words.expired}
          <button type="button" className="button small push" onClick={() => session.signOut()}>
            {words.signOut}
          </button>
        </p>
      )}
      {state.is === 'lost' && !expired && <Lost since={state.since} waiting={waiting} />}
      {state.is !== 'lost' && waiting > 0 && <p className="banner warn"><Icon name="send" />{words.waiting(waiting)}</p>}
      {refused && (
        <p className="banner bad">
          <Icon name="alert" />{words.refusedLater(problemText(refused.problem))}
          <button type="button" className="button small push" onClick={() => outbox.dismissRefused()}>{common.close}</button>
        </p>
      )}
    </div>
  );
}

function Lost({ since, waiting }: { since: number; waiting: number }) {
  const words = useWords(shellWords);
  const format = useFormats();
  useSecond();
  return (
    <p className="banner bad">
      <Icon name="wifi" />
      {/* The seconds are for the eye; a screen reader hears it once. */}
      <span aria-hidden="true">{words.lost(format.stopwatch((Date.now() - since) / 1000))}</span>
      <span className="visually-hidden">{words.lostPlain}</span>
      {waiting > 0 && <b className="push">{words.waiting(waiting)}</b>}
    </p>
  );
}
