import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '../i18n/words';
import { commonWords } from '../i18n/commonWords';
import { firstFocus, giveBack } from './focus';
import { Icon } from './Icon';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** The buttons; a function gets what closes the dialog, which asks first where text would be lost. */
  foot?: ReactNode | ((close: () => void) => ReactNode);
  /** Whether something was typed that closing would lose: then it asks first. */
  holdsText?: () => boolean;
}

/**
 * A modal dialog. It puts the focus into the element that is marked with `data-focus`, else into its first field, else on its main
 * button, never on the button that closes it; the browser keeps the focus inside; closing gives it back to whatever opened the dialog.
 * Escape closes.
 */
export function Dialog({ title, onClose, children, foot, holdsText }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [asking, setAsking] = useState(false);
  const words = useWords(commonWords);
  const id = useId();
  // In the layout phase: the very next key goes into the field.
  useLayoutEffect(() => {
    const element = dialog.current!;
    const opener = document.activeElement;
    if (!element.open) element.showModal();
    firstFocus(element)?.focus();
    return () => {
      element.close();
      giveBack(opener);
    };
  }, []);

  function close() {
    if (holdsText?.()) setAsking(true);
    else onClose();
  }
  function key(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    // Before the browser sees it: it closes a dialog at the second Escape whatever the page says.
    event.preventDefault();
    event.stopPropagation();
    if (asking) back();
    else close();
  }
  function back() {
    setAsking(false);
    if (dialog.current) firstFocus(dialog.current)?.focus();
  }

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onKeyDown={key}
      onCancel={(e) => {
        if (e.target !== e.currentTarget) return;
        e.preventDefault();
        close();
      }}
    >
      <div className="panel-head">
        <h2 id={id} className="grow" tabIndex={-1}>{title}</h2>
        <button type="button" className="button plain small icon-only" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <div className="panel-body">{children}</div>
      {asking && <ThrowAway onBack={back} onThrowAway={onClose} />}
      {foot && !asking && <div className="dialog-foot">{typeof foot === 'function' ? foot(close) : foot}</div>}
    </dialog>
  );
}

/** In the place of the buttons: typed text is thrown away only by somebody who says so. */
function ThrowAway({ onBack, onThrowAway }: { onBack: () => void; onThrowAway: () => void }) {
  const words = useWords(commonWords);
  const keep = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => keep.current?.focus(), []);
  return (
    <div className="dialog-foot wrap" role="alertdialog" aria-label={words.throwAwayAsk}>
      <b className="grow">{words.throwAwayAsk}</b>
      <button ref={keep} type="button" className="button primary" onClick={onBack}>{words.keepTyping}</button>
      <button type="button" className="button" onClick={onThrowAway}>{words.throwAway}</button>
    </div>
  );
}
