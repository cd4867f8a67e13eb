import { useState } from 'react';
import { command } from '../api/commands';
import type { Erasure } from '../api/types';
import { FormDialog } from '../design/FormDialog';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useLanguage } from '../i18n/language';
import { useWords } from '../i18n/words';
import { useMay } from '../signin/may';
import { usePerson } from '../signin/session';
import { outcomeOf } from './actions';
import { erasureWords, fieldsText } from './erasureWords';

interface Props {
  /** The path of the thing: `/calls/ID`, `/incidents/ID`. */
  path: string;
  erasure: Erasure | null | undefined;
  /** Gets the thing as it is after the erasure. */
  onErased: (thing: unknown) => void;
}

/** What was erased of a call or an incident, or is to be: a supervisor approves what somebody else asked for. */
export function ErasureNote({ path, erasure, onErased }: Props) {
  const words = useWords(erasureWords);
  const lang = useLanguage();
  const format = useFormats();
  const mayApprove = useMay('approveErasure');
  const person = usePerson();
  const [asking, setAsking] = useState(false);
  if (!erasure) return null;
  const fields = fieldsText(erasure.fields, words.fields, lang === 'zh' ? '、' : ', ');
  if (erasure.status === 'erased') {
    const at = erasure.erasedAt ?? erasure.askedAt;
    return (
      <p className="note">
        {words.done(fields, `${format.dayOfYear(at)} ${format.time(at)}`)}{' '}
        <span className="faint">{words.reason}: {erasure.reason}</span>
      </p>
    );
  }
  const isOwn = person?.subject === erasure.askedBy;
  return (
    <div className="note warn row wrap" role="status">
      <Icon name="alert" />
      <span className="grow">
        {words.waits(erasure.askedBy ?? '—', fields)} <span className="faint">{words.reason}: {erasure.reason}</span>
        {mayApprove && isOwn && <b> {words.others}</b>}
      </span>
      {mayApprove && !isOwn && (
        <button type="button" className="button danger small" onClick={() => setAsking(true)}>{words.approve}</button>
      )}
      {asking && (
        <FormDialog
          title={words.approveTitle}
          typedAs={`erasure${path}`}
          confirm={words.approve}
          mainFocus
          onClose={() => setAsking(false)}
          send={() => outcomeOf(async () => onErased(await command('POST', `${path}/erasure/approval`)), words.erased)}
        >
          <p>{fields}</p>
          <p><b>{words.approveAsk}</b></p>
        </FormDialog>
      )}
    </div>
  );
}
