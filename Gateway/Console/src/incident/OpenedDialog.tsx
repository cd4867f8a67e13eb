import type { Incident } from '../api/types';
import { useIncident } from '../live/live';
import { IncidentDialog } from './IncidentDialog';
import { closeDialog, useOpenedDialog } from './opened';

/** The dialog that the command line asked for; it needs no more of the incident than the board has. */
export function OpenedDialog() {
  const opened = useOpenedDialog();
  const item = useIncident(opened?.incidentId ?? null);
  if (!opened || !item) return null;
  const { summary, ...board } = item;
  const incident: Incident = { ...board, narrative: summary, feedback: [], calls: [] };
  return <IncidentDialog kind={opened.kind} incident={incident} onClose={closeDialog} />;
}
