import { useEffect, useState } from 'react';
import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { usePerson } from '../signin/session';
import { SignIn } from '../signin/SignIn';
import { Header } from './Header';
import { isUnread } from './letters';
import { signOutOfUnit } from './leaving';
import { Messages } from './Messages';
import { Notices } from './Notices';
import { PanicButton } from './PanicButton';
import { isOver, assignmentOf } from './steps';
import { useLetters, usePicture, useReports } from './hooks';
import { page } from './unitPage';
import { unitWords } from './words';
import { Work } from './Work';
import { Idle } from './Idle';
import { UndoBar } from './UndoBar';
import { Lock } from '../signin/Lock';
import { LockedUnit } from './LockedUnit';
import { Renew } from '../signin/Renew';

/** The unit's page, made for a phone in one hand, with gloves, in sunlight and at night. */
export function UnitApp() {
  const person = usePerson();
  const unitId = person?.unitId ?? null;
  const subject = person?.subject ?? null;
  const token = person?.token ?? null;
  useEffect(() => {
    if (unitId === null || subject === null || token === null) return;
    page.start(unitId, subject);
    return () => page.stop();
  }, [unitId, subject, token]);
  if (!person) return <SignIn page="unit" />;
  return (
    <>
      {unitId === null ? <NotAUnit /> : <Screen unitId={unitId} />}
      <Renew page="unit" signOut={signOutOfUnit} />
      <Lock page="unit">{unitId !== null && <LockedUnit unitId={unitId} />}</Lock>
    </>
  );
}

function Screen({ unitId }: { unitId: string }) {
  const words = useWords(unitWords);
  const picture = usePicture();
  const { waiting } = useReports();
  const unread = useLetters().filter((l) => isUnread(l, unitId)).length;
  const [tab, setTab] = useState<'incident' | 'messages'>('incident');
  const { unit, incident } = picture;
  const working = incident !== null && !isOver(assignmentOf(incident, unitId), waiting, incident.id);
  return (
    <div className="u-page">
      <Header unitId={unitId} />
      <Notices />
      <main className="u-main">
        {tab === 'messages' ? (
          <Messages unitId={unitId} incident={working ? incident : null} />
        ) : working ? (
          <Work unitId={unitId} incident={incident} details={picture.details} />
        ) : (
          <Idle unit={unit} />
        )}
      </main>
      <UndoBar />
      <nav className="u-nav" aria-label={words.page}>
        <button type="button" className="u-tab" aria-current={tab === 'incident' ? 'page' : undefined} onClick={() => setTab('incident')}>
          <Icon name="siren" />
          {words.incident}
        </button>
        <button type="button" className="u-tab" aria-current={tab === 'messages' ? 'page' : undefined} onClick={() => setTab('messages')}>
          <Icon name="send" />{words.messages}
          {unread > 0 && (
            <span className="u-count">
              <span aria-hidden="true">{unread}</span>
              <span className="visually-hidden">{words.unread(unread)}</span>
            </span>
          )}
        </button>
        <PanicButton unitId={unitId} />
      </nav>
    </div>
  );
}

function NotAUnit() {
  const words = useWords(unitWords);
  return (
    <main className="u-center">
      <p className="note warn">{words.notUnit}</p>
      <button type="button" className="u-button" onClick={signOutOfUnit}>{words.signOut}</button>
    </main>
  );
}
