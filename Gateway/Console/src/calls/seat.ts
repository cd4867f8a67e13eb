import { useState } from 'react';

// The seat is the console's, not the person's: it stays when somebody else signs in here.
const key = 'tocsin.seat';

/** The seat at which this console stands; empty: nobody has said it. */
export const seatHere = (store: Pick<Storage, 'getItem'> = localStorage): string => store.getItem(key) ?? '';

/** What a call that is answered here says of its seat; nothing where nobody has said which one this is. */
export const atSeat = (seat: string = seatHere()): { seat?: string } => (seat ? { seat } : {});

/** The seat of this console, and how it is said. */
export function useSeat(): [seat: string, set: (seat: string) => void] {
  const [seat, setSeat] = useState(seatHere);
  return [
    seat,
    (next) => {
      setSeat(next);
      if (next.trim()) localStorage.setItem(key, next.trim());
      else localStorage.removeItem(key);
    },
  ];
}
