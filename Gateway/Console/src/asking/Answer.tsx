import type { ReactNode } from 'react';
import { problemText } from '../api/problemText';
import { Icon } from '../design/Icon';
import { commonWords } from '../i18n/commonWords';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { lastOf, type Asked } from './asked';
import { askingWords } from './words';

interface Props<T> {
  of: Asked<T>;
  /** Asks once more. */
  again: () => void;
  children: (answer: T) => ReactNode;
  /** The question in words, where several stand beside each other: "Who could be sent". */
  what?: string;
}

/**
 * What is shown of a question: that it waits, failed, or is forbidden; or its answer, marked when it is old. Never an empty list instead.
 */
export function Answer<T>({ of, again, children, what }: Props<T>) {
  const words = useWords(askingWords);
  const common = useWords(commonWords);
  const last = lastOf(of);
  if (of.is === 'forbidden')
    return (
      <p className="note warn unanswered" role="status" data-asked="forbidden">
        <Icon name="alert" /> {what ? `${what}: ` : ''}{words.forbidden}
      </p>
    );
  return (
    <>
      {of.is === 'failed' && <Failed why={of.why} at={last?.at ?? null} again={again} what={what} />}
      {of.is === 'asked' && !last && (
        <p className="empty" role="status" data-asked="asked">
          {what ? `${what}: ` : ''}{common.loading}
        </p>
      )}
      {last && children(last.answer)}
    </>
  );
}

function Failed({ why, at, again, what }: { why: unknown; at: number | null; again: () => void; what: string | undefined }) {
  const words = useWords(askingWords);
  const common = useWords(commonWords);
  const format = useFormats();
  return (
    <div className={`note ${at === null ? 'bad' : 'warn'} row wrap unanswered`} role={at === null ? 'alert' : 'status'} data-asked="failed">
      <Icon name="alert" />
      <span className="grow">
        {what ? `${what}: ` : ''}
        <b>{at === null ? words.failed : words.old(format.time(at))}</b> {problemText(why)}
      </span>
      <button type="button" className="button small" onClick={again}>{common.tryAgain}</button>
    </div>
  );
}
