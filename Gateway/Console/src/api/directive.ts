import type { components } from './schema';
import type { Location } from './types';

type View = components['schemas']['DirectiveView'];

/** What somebody must sign for and report on. The board carries open ones, without their reports and with the clocks that run. */
export type Directive = Omit<View, 'place'> & { place: Location | null };

/** Whether somebody found what it looks for, and the centre has not answered that yet. */
export const isHit = ({ kind, status, outcome }: Directive): boolean => kind === 'lookOut' && status === 'reported' && outcome === 'hit';

/** Whether its report was given back, and no final one came since. */
export const isGivenBack = ({ status, returns }: Directive): boolean => status === 'signed' && returns.length > 0;

/** A directive as the board carries it; null: it is over, and on no board. */
export function onBoard(directive: Directive): Directive | null {
  if (directive.overAt !== null) return null;
  return { ...directive, reports: [], clocks: directive.clocks.filter((clock) => clock.state === 'running') };
}
