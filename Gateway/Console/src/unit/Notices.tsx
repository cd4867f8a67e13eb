import { Icon } from '../design/Icon';
import { isActive } from '../incident/detail';
import { useWords } from '../i18n/words';
import { problemText } from '../api/problemText';
import { Problem } from '../api/problem';
import { session, useBlocked, useExpired } from '../signin/session';
import { signInWords } from '../signin/words';
import { useConnection, usePicture, useReports } from './hooks';
import { reports } from './outbox';
import { page } from './unitPage';
import { unitWords } from './words';

/** The notices above the work: distress, ended sign-in, lost network, refusals. */
export function Notices() {
  const words = useWords(unitWords);
  const connection = useConnection();
  const expired = useExpired();
  const blocked = useBlocked();
  const signIn = useWords(signInWords);
  const { waiting, refused, needsSignIn, unsafe } = useReports();
  const { notice } = usePicture();
  return (
    <div role="status" className="u-notices">
      <Distress />
      {(expired || needsSignIn) && (
        <p className="u-notice bad">
          <Icon name="user" />
          <span className="grow">{blocked ? signIn.blocked : words.expired}</span>
          <button type="button" className="u-small" onClick={() => session.renewLater(false)}>
            {words.signInAgain}
          </button>
        </p>
      )}
      {connection.is === 'lost' && !expired && (
        <p className="u-notice warn">
          <Icon name="wifi" />
          <span>
            <b>
              {words.offline}
              {waiting.length > 0 ? ` · ${words.waiting(waiting.length)}` : ''}
            </b>
            <br />
            {words.offlineHint}
          </span>
        </p>
      )}
      {unsafe && waiting.length > 0 && <p className="u-notice bad"><Icon name="alert" />{words.unsafe}</p>}
      {notice && (
        <p className="u-notice info">
          <Icon name="alert" />
          <span className="grow">{notice}</span>
          <button type="button" className="u-small" onClick={() => page.dismissNotice()}>
            {words.seen}
          </button>
        </p>
      )}
      {refused.map((r) => (
        <p key={r.key} className="u-notice bad">
          <Icon name="alert" />
          <span className="grow">
            <b>{words.refused(words.done[r.kind], r.about ? ` · ${r.about}` : '')}</b>
            <br />
            {problemText(new Problem(409, { code: r.refused!.code, detail: r.refused!.detail }))}
          </span>
          <button type="button" className="u-small" onClick={() => void reports.dismiss(r.key)}>{words.seen}</button>
        </p>
      ))}
    </div>
  );
}

/** The unit's own call for help: whether it is out, who has seen it, who comes. */
export function Distress() {
  const words = useWords(unitWords);
  const { waiting } = useReports();
  const { unit, distress: about } = usePicture();
  const distress = waiting.some((r) => r.kind === 'panic');
  if (!unit?.panicIncidentId && !distress) return null;
  const help = (about?.assignments ?? [])
    .filter(isActive)
    .map((a) => `${a.unitId} ${words.status[a.stage === 'onScene' ? 'onScene' : a.stage === 'enRoute' ? 'enRoute' : 'assigned']}`)
    .join(', ');
  const seenBy = about?.distress?.acknowledgedBy;
  return (
    <p className="u-notice distress">
      <Icon name="alert" />
      <span>
        <b>{words.panicOn}</b>
        <br />
        {distress ? words.panicWaits : help ? words.panicHelp(help) : seenBy ? words.panicSeen(seenBy) : words.panicSent}
      </span>
    </p>
  );
}
