import { useEffect } from 'react';
import { outbox } from './api/commands';
import { feed, live } from './live/live';
import { signOutOfDesk } from './shell/leaving';
import { Shell } from './shell/Shell';
import { LockedAlarms } from './alarms/LockedAlarms';
import { Lock } from './signin/Lock';
import { Renew } from './signin/Renew';
import { SignIn } from './signin/SignIn';
import { loadStations } from './stations/names';
import { usePerson } from './signin/session';

/** The console: the sign-in, or the frame with its screens. The feed runs while somebody is signed in. */
export function App() {
  const person = usePerson();
  const subject = person?.subject ?? null;
  const token = person?.token ?? null;
  useEffect(() => {
    if (token === null) return;
    feed.start();
    // Commands that an ended sign-in held up.
    outbox.tryNow();
    const stop = new AbortController();
    const off = loadStations(stop.signal);
    return () => {
      feed.stop();
      stop.abort();
      off();
    };
  }, [token]);
  useEffect(() => {
    if (subject === null) return;
    void outbox.resume(subject);
    // Whoever signs in next may be allowed to see less.
    return () => live.clear();
  }, [subject]);
  if (!person) return <SignIn page="desk" />;
  return (
    <>
      <Shell />
      <Renew page="desk" signOut={signOutOfDesk} />
      <Lock page="desk"><LockedAlarms /></Lock>
    </>
  );
}
