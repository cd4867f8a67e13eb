import { isGivenBack, type Directive } from '../api/directive';
import type { Person } from '../signin/claims';
import { may } from '../signin/may';
import { answersFor, managesIt } from './columns';

/** What can be done with a directive, in the order of its buttons. */
export const deeds = ['sign', 'send', 'report', 'conclude', 'giveBack', 'replace', 'refuse', 'urge', 'withdraw', 'withdrawGroup'] as const;
export type Deed = (typeof deeds)[number];

/** What else than the directive decides: the station of its unit, whether nobody signs in at its recipient's, its group. */
export interface Around {
  unitStation: string | null;
  isExternal: boolean;
  /** How many of its group are open, itself included. */
  openOfGroup: number;
  /** The kinds that the person may issue. */
  issuable: readonly string[];
}

/** What a person may do with a directive as it stands. The gateway decides all the same. */
export function deedsOf(person: Pick<Person, 'roles' | 'subject' | 'unitId' | 'station'>, directive: Directive, around: Around): Deed[] {
  const { status } = directive;
  const isOpen = directive.overAt === null;
  const isRefused = status === 'refused' && (directive.replacedBy ?? null) === null;
  const answers = may(person, 'answerDirectives') && answersFor(person, directive, around.unitStation, around.isExternal);
  const manages = may(person, 'manageDirectives') && managesIt(person, directive);
  const sends =
    directive.kind === 'handle' &&
    may(person, 'sendOnDirectives') &&
    (person.roles.includes('supervisor') || (person.station !== null && person.station === directive.to.station));
  const mayReplace = around.issuable.length > 0 && (around.issuable.includes(directive.kind) || !isOfForm(directive.kind, around.issuable));
  const can: Record<Deed, boolean> = {
    sign: answers && status === 'issued',
    send: sends && isOpen,
    report: answers && (status === 'issued' || status === 'signed' || (status === 'reported' && directive.kind === 'lookOut')),
    conclude: manages && (status === 'reported' || (isRefused && person.roles.includes('supervisor'))),
    giveBack: manages && status === 'reported',
    replace: manages && mayReplace && (isRefused || isGivenBack(directive)),
    refuse: answers && status === 'issued',
    urge: may(person, 'supervise') && isOpen && status !== 'reported',
    withdraw: manages && isOpen,
    withdrawGroup: manages && isOpen && around.openOfGroup > 1,
  };
  return deeds.filter((deed) => can[deed]);
}

// A word of the centre's own is issued by whoever issues any.
const ofCentre = ['handle', 'lookOut', 'followUp', 'complete', 'transfer', 'rectify', 'supervise'];
const isOfForm = (kind: string, issuable: readonly string[]) => issuable.includes(kind) || ofCentre.includes(kind);

/** The deed that its main button does: the next step of whoever it waits for. */
export function mainDeed(can: readonly Deed[], { status, sentAt }: Pick<Directive, 'status' | 'sentAt'>): Deed | null {
  const isToSend = status === 'signed' && sentAt === null;
  const order: readonly Deed[] =
    status === 'issued'
      ? ['sign']
      : status === 'reported'
        ? ['conclude', 'report']
        : [...(isToSend ? (['send'] as const) : []), 'report', 'replace', 'conclude'];
  return order.find((deed) => can.includes(deed)) ?? null;
}

/** Whether who signs for it names who took it over at the recipient's. */
export const needsReceipt = ({ kind, receipt }: Pick<Directive, 'kind' | 'receipt'>, isExternal: boolean): boolean =>
  receipt === null && (isExternal || kind === 'transfer');
