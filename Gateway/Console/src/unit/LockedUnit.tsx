import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { useConnection, usePicture } from './hooks';
import { Distress } from './Notices';
import { PanicButton } from './PanicButton';
import { unitWords } from './words';

/** What a locked phone still shows: the unit's own distress, that there is work or no network, and the button that calls for help. */
export function LockedUnit({ unitId }: { unitId: string }) {
  const words = useWords(unitWords);
  const { unit } = usePicture();
  const connection = useConnection();
  return (
    <>
      <div role="status" className="u-notices">
        <Distress />
        {unit?.incidentId && <p className="u-notice info"><Icon name="siren" />{words.workWaits}</p>}
        {connection.is === 'lost' && <p className="u-notice warn"><Icon name="wifi" />{words.offline}</p>}
      </div>
      <nav className="u-nav u-nav-locked" aria-label={words.page}><PanicButton unitId={unitId} /></nav>
    </>
  );
}
