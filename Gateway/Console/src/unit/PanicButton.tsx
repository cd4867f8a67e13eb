import { useEffect, useId, useRef, useState } from 'react';
import { Dialog } from '../design/Dialog';
import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { announce } from '../alerts/announce';
import { page } from './unitPage';
import { unitWords } from './words';

const holdMs = 2_000;
// After a short press the page explains for this long that the button must be held.
const hintMs = 3_000;
const alarm = [100, 60, 100, 60, 600];

/**
 * Calls for help when it is held for two seconds, which does not happen in a pocket. A press by keyboard, switch or screen reader cannot be
 * held and asks once instead.
 */
export function PanicButton({ unitId }: { unitId: string }) {
  const words = useWords(unitWords);
  const [is, setIs] = useState<'quiet' | 'held' | 'hint' | 'asked'>('quiet');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const touched = useRef(false);
  const hintId = useId();
  useEffect(() => () => clearTimeout(timer.current), []);

  function send() {
    clearTimeout(timer.current);
    setIs('quiet');
    const seen = page.place.newest();
    page.press({
      kind: 'panic',
      lane: 'panic',
      path: `/units/${unitId}/panic`,
      body: { location: seen ? { lat: seen.lat, lon: seen.lon } : null },
      about: null,
    });
    announce(words.panicOn, 'assertive');
    navigator.vibrate?.(alarm);
  }
  function hold() {
    touched.current = true;
    clearTimeout(timer.current);
    setIs('held');
    navigator.vibrate?.(40);
    timer.current = setTimeout(send, holdMs);
  }
  function letGo() {
    if (is !== 'held') return;
    clearTimeout(timer.current);
    setIs('hint');
    timer.current = setTimeout(() => setIs('quiet'), hintMs);
  }
  return (
    <>
      <button
        type="button"
        className="u-panic"
        data-is={is}
        aria-describedby={hintId}
        onPointerDown={hold}
        onPointerUp={letGo}
        onPointerLeave={letGo}
        onPointerCancel={letGo}
        onContextMenu={(e) => e.preventDefault()}
        onClick={() => {
          // A click that no pointer made comes from a keyboard or a screen reader.
          if (!touched.current) setIs('asked');
          touched.current = false;
        }}
      >
        <b className="row"><Icon name="alert" />{words.panic}</b>
        <span>{is === 'held' ? words.panicKeep : words.panicHold}</span>
      </button>
      <span id={hintId} className={is === 'hint' ? 'u-hint' : 'visually-hidden'} role={is === 'hint' ? 'status' : undefined}>
        {words.panicHint}
      </span>
      {is === 'asked' && (
        <Dialog title={words.panicAsk} onClose={() => setIs('quiet')}>
          <div className="stack">
            <button type="button" className="u-next danger" onClick={send}><Icon name="alert" />{words.panicSend}</button>
            <button type="button" className="u-button" onClick={() => setIs('quiet')}>{words.cancel}</button>
          </div>
        </Dialog>
      )}
    </>
  );
}
