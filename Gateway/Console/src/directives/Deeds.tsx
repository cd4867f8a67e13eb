import { useState } from 'react';
import type { Directive } from '../api/directive';
import { useWords } from '../i18n/words';
import { attempt } from '../incident/actions';
import { spokenById } from '../incident/naming';
import { splitNumber } from '../incident/terms';
import { directives } from './actions';
import type { Affair } from './affair';
import { mainDeed, needsReceipt, type Deed } from './permitted';
import { IssueDialog } from './IssueDialog';
import { issueWords } from './issueWords';
import { ConcludeDialog, ReasonDialog, type ReasonedDeed } from './ReasonDialog';
import { ReportDialog } from './ReportDialog';
import { SendDialog } from './SendDialog';
import { SignDialog } from './SignDialog';
import { useDeeds } from './useDeeds';
import { directiveWords } from './words';

/** The buttons of a directive: what whoever is signed in may do with it as it stands. `small`: in a list, the main one stands out. */
export function Deeds({ directive, small = false }: { directive: Directive; small?: boolean }) {
  const words = useWords(directiveWords);
  const { can, isExternal } = useDeeds(directive);
  const [asking, setAsking] = useState<Deed | null>(null);
  const [busy, setBusy] = useState(false);
  const number = splitNumber(directive.number)[1];
  const main = mainDeed(can, directive);

  async function press(deed: Deed) {
    if (deed !== 'sign' || needsReceipt(directive, isExternal)) return setAsking(deed);
    setBusy(true);
    await attempt(() => directives.sign(directive.id), words.done.sign(number));
    setBusy(false);
  }
  const close = () => setAsking(null);
  return (
    <>
      {can.length > 0 && (
        <div className="row wrap">
          {can.map((deed) => (
            <button
              key={deed}
              type="button"
              className={deed === main ? 'button primary' : small ? 'button small' : 'button'}
              disabled={busy}
              aria-label={`${words.deeds[deed]} ${number}`}
              onClick={() => void press(deed)}
            >
              {words.deeds[deed]}
            </button>
          ))}
        </div>
      )}
      {asking === 'sign' && <SignDialog directive={directive} onClose={close} />}
      {asking === 'send' && <SendDialog directive={directive} onClose={close} />}
      {asking === 'report' && <ReportDialog directive={directive} isExternal={isExternal} onClose={close} />}
      {asking === 'conclude' && <ConcludeDialog directive={directive} onClose={close} />}
      {asking === 'replace' && <Replacing directive={directive} onClose={close} />}
      {asking !== null && isReasoned(asking) && (
        <ReasonDialog directive={directive} deed={asking} onClose={close} />
      )}
    </>
  );
}

function isReasoned(deed: Deed): deed is ReasonedDeed {
  return deed === 'refuse' || deed === 'giveBack' || deed === 'urge' || deed === 'withdraw' || deed === 'withdrawGroup';
}

/** Another is issued in its place, on the incident or call on which it hangs. */
function Replacing({ directive, onClose }: { directive: Directive; onClose: () => void }) {
  const { call, partyNo } = useWords(issueWords);
  const { incidentId, callId, parties } = directive;
  const affair: Affair = {
    incidentId,
    callId,
    name: incidentId ? spokenById(incidentId) : call,
    text: directive.text ?? '',
    // Only their numbers are known here.
    parties: parties.map((n) => ({ n, kind: null, role: null, name: partyNo(n), description: null })),
    isClosed: false,
  };
  return <IssueDialog affair={incidentId || callId ? affair : nothing} replaces={directive} onClose={onClose} />;
}

const nothing: Affair = { incidentId: null, callId: null, name: '—', text: '', parties: [], isClosed: false };
