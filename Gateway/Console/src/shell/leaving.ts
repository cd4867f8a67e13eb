import { outbox } from '../api/commands';
import { session } from '../signin/session';
import { shellWords } from './words';

/** Signs out at a desk; asks before, where commands wait to be sent or can still be taken back. */
export function signOutOfDesk(): void {
  if (outbox.state().open.length === 0 || confirm(shellWords.now().leaveWaiting)) void session.signOut();
}
