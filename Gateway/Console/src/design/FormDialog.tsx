import { useId, useLayoutEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '../i18n/words';
import { commonWords } from '../i18n/commonWords';
import { attemptOf, forgetAttempt, type Attempt } from './attempt';
import { Dialog } from './Dialog';
import { keep, kept, putBack, typedSince, valuesOf, type Field, type Values } from './typed';

/** Reads a field by its name, without the blanks around it. */
export type Read = (name: string) => string;

/** What came of sending: null: it is done; a text: why not; `ask`: it takes something away, and is done only once somebody says yes. */
export type Outcome = null | string | { ask: string };

interface Props {
  title: string;
  /** The name under which what is typed is kept until it is sent or thrown away; it names the thing, too. */
  typedAs: string;
  confirm: string;
  confirmDisabled?: boolean;
  /** `sure`: what the last outcome asked was answered by yes. `attempt` stays the same until an outcome is there. */
  send: (read: Read, sure: boolean, attempt: Attempt) => Promise<Outcome>;
  onClose: () => void;
  children: ReactNode;
  /** How its buttons look; default: at a desk. */
  look?: keyof typeof looks;
  /** The main button gets the focus: the dialog only asks whether. */
  mainFocus?: boolean;
}

const looks = {
  desk: { button: 'button', primary: 'button primary', danger: 'button danger' },
  phone: { button: 'u-button', primary: 'u-button primary', danger: 'u-button danger' },
} as const;

// After this somebody wonders whether the press was taken.
const slowMs = 1_500;

/**
 * A dialog with a form. Enter in a line and Ctrl+Enter in a text send it. The typed text stays until it is sent: a refusal, a reload and a
 * slip on Escape lose nothing. Fields are uncontrolled and have names.
 */
export function FormDialog({ title, typedAs, confirm, confirmDisabled, send, onClose, children, look = 'desk', mainFocus }: Props) {
  const common = useWords(commonWords);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const start = useRef<Values>({});
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [busy, setBusy] = useState(false);
  const [restored, setRestored] = useState(false);
  const [slow, setSlow] = useState(false);
  const fields = () => [...form.current!.elements] as unknown as Field[];
  const typed = () => (form.current ? typedSince(start.current, valuesOf(fields())) : null);

  useLayoutEffect(() => {
    start.current = valuesOf(fields());
    const before = kept(typedAs);
    if (!before) return;
    putBack(fields(), before);
    setRestored(true);
  }, [typedAs]);

  function done() {
    keep(typedAs, null);
    forgetAttempt(typedAs);
    onClose();
  }
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy || confirmDisabled) return;
    const data = new FormData(event.currentTarget);
    const sure = outcome !== null && typeof outcome === 'object';
    setBusy(true);
    setOutcome(null);
    const timer = setTimeout(() => setSlow(true), slowMs);
    const next = await send((name) => String(data.get(name) ?? '').trim(), sure, attemptOf(typedAs));
    forgetAttempt(typedAs);
    clearTimeout(timer);
    setSlow(false);
    if (next === null) return done();
    setOutcome(next);
    setBusy(false);
  }
  function key(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  }

  // What is wrong stands at its field: the next key goes there.
  useLayoutEffect(() => {
    if (typeof outcome === 'string') form.current!.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [outcome]);

  const asks = outcome !== null && typeof outcome === 'object';
  return (
    <Dialog
      title={title}
      onClose={done}
      holdsText={() => !busy && typed() !== null}
      foot={(close) => (
        <>
          <button type="button" className={looks[look].button} onClick={close}>{common.cancel}</button>
          <button
            type="submit"
            form={id}
            className={asks ? looks[look].danger : looks[look].primary}
            disabled={busy || confirmDisabled}
            data-focus={mainFocus ? '' : undefined}
          >
            {asks ? common.sure : confirm}
          </button>
        </>
      )}
    >
      <form
        ref={form}
        id={id}
        className="stack"
        onSubmit={(e) => void submit(e)}
        onKeyDown={key}
        onInput={() => {
          keep(typedAs, typed());
          // The question was about what stood there before.
          if (asks) setOutcome(null);
        }}
      >
        {restored && <p className="note info">{common.restored}</p>}
        {children}
        {slow && <p className="note info" role="status">{common.keptAndSent}</p>}
        {outcome !== null && (
          <p className={asks ? 'note warn' : 'note bad'} role="alert">
            {asks ? outcome.ask : outcome}
          </p>
        )}
      </form>
    </Dialog>
  );
}
