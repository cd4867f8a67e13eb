import { session } from '../signin/session';
import { reports } from './outbox';
import { page } from './unitPage';
import { unitWords } from './words';

// What the page shows goes before the storage is cleared, so that nothing keeps it again.
session.onSignOut(() => page.forget());

/** Signs out on a unit's phone; asks before, where reports wait to be sent. They stay on the phone, for whoever pressed them. */
export function signOutOfUnit(): void {
  if (reports.state().waiting.length === 0 || confirm(unitWords.now().signOutWaiting)) void session.signOut();
}
