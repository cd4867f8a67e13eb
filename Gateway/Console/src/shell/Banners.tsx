import { useEffect, useRef, useState, type ReactNode } from 'react';
import { outbox, useOutbox } from '../api/commands';
import { settings } from '../api/settings';
import type { RefusedCommand } from '../api/outbox';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { commonWords } from '../i18n/commonWords';
import { useWords } from '../i18n/words';
import { commandText, typedIn } from '../incident/commandText';
import { useFeedState } from '../live/live';
import { session, useBlocked, useExpired, usePerson } from '../signin/session';
import { signInWords } from '../signin/words';
import { useSecond } from '../time/ticker';
import { problemText } from '../api/problemText';
import { toast } from '../alerts/toasts';
import { WaitingDialog } from './WaitingDialog';
import { shellWords } from './words';

// Somebody who is told so early can still end the sentence.
const endsSoonMs = 5 * 60_000;

/** Banners above each screen: the gateway is unavailable, commands wait or were refused, the sign-in ends or has ended. */
export function Banners() {
  const words = useWords(shellWords);
  const state = useFeedState();
  const { waiting, refused } = useOutbox();
  const expired = useExpired();
  const blocked = useBlocked();
  const signIn = useWords(signInWords);
  const [listed, setListed] = useState(false);
  const wasLost = useRef(false);
  useEffect(() => {
    if (state.is === 'lost') wasLost.current = true;
    if (state.is !== 'live' || !wasLost.current) return;
    wasLost.current = false;
    outbox.tryNow();
    toast('good', words.backAgain);
  }, [state, words]);
  // A banner that comes moves the page down: the field in which somebody types must stay in sight.
  useEffect(() => {
    const typing = document.activeElement;
    if (typing instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(typing.tagName)) typing.scrollIntoView({ block: 'nearest' });
  }, [expired, state.is, waiting > 0, refused.length]);
  const list = waiting > 0 && (
    <button type="button" className="button small push" onClick={() => setListed(true)}>
      <b>{words.waiting(waiting)}</b>
    </button>
  );
  return (
    <div role="status">
      {expired ? (
        <p className="banner bad">
          <Icon name="user" />
          {blocked ? signIn.blocked : words.expired}
          {list}
          <button type="button" className="button small push" onClick={() => session.renewLater(false)}>
            {words.signInAgain}
          </button>
        </p>
      ) : (
        <EndsSoon />
      )}
      {state.is === 'lost' && !expired && <Lost since={state.since} list={list} />}
      {state.is !== 'lost' && !expired && waiting > 0 && <p className="banner warn"><Icon name="send" />{words.waitHint}{list}</p>}
      {refused.map((one) => <Refused key={one.command.key} refused={one} />)}
      {listed && <WaitingDialog onClose={() => setListed(false)} />}
    </div>
  );
}

/** Which command was refused after somebody had gone on, about what, why, and what was typed for it. */
function Refused({ refused: { command, problem } }: { refused: RefusedCommand }) {
  const words = useWords(shellWords);
  const common = useWords(commonWords);
  const format = useFormats();
  const typed = typedIn(command);
  return (
    <p className="banner bad">
      <Icon name="alert" />
      <span className="grow">
        <b>{words.refused(format.time(command.queuedAt), commandText(command))}</b> {problemText(problem)}
        {typed && <q className="banner-typed">{typed}</q>}
      </span>
      <button type="button" className="button small" onClick={() => outbox.dismissRefused(command.key)}>{common.close}</button>
    </p>
  );
}

/** Before the sign-in ends: it is renewed without losing a word. A provider's account renews itself. */
function EndsSoon() {
  const words = useWords(shellWords);
  const format = useFormats();
  const person = usePerson();
  const second = useSecond();
  const renew = () => void session.renewInPlace(settings()).catch((error: unknown) => toast('bad', problemText(error)));
  const left = person?.via === 'dev' && person.expiresAt !== null ? person.expiresAt - second * 1000 : Infinity;
  if (left > endsSoonMs) return null;
  return (
    <p className="banner warn">
      <Icon name="user" />
      <span aria-hidden="true">{words.endsSoon(format.stopwatch(Math.max(0, left / 1000)))}</span>
      <button type="button" className="button small push" onClick={renew}>{words.signInAgain}</button>
    </p>
  );
}

function Lost({ since, list }: { since: number; list: ReactNode }) {
  const words = useWords(shellWords);
  const format = useFormats();
  useSecond();
  return (
    <p className="banner bad">
      <Icon name="wifi" />
      {/* The seconds are for the eye; a screen reader hears it once. */}
      <span aria-hidden="true">{words.lost(format.stopwatch((Date.now() - since) / 1000), format.time(since))}</span>
      <span className="visually-hidden">{words.lostPlain}</span>
      {list}
    </p>
  );
}
