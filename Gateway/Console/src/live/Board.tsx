import type { ReactNode } from 'react';
import { Answer } from '../asking/Answer';
import { asking, answered, failed, type Asked } from '../asking/asked';
import { Unreachable } from '../api/problem';
import { feed, useFeedState, useLive } from './live';

/** Where the board stands. While the connection is lost it is the last one: the banner of the frame says so. */
export function useBoard(): Asked<true> {
  const state = useFeedState();
  const loaded = useLive((store) => store.loaded);
  if (state.is === 'forbidden') return { is: 'forbidden' };
  if (loaded) return answered(true, 0);
  return state.is === 'lost' ? failed<true>(asking, state.why ?? new Unreachable(null)) : asking;
}

/** What is made of the board, once there is one: before, and where it may not be read, no count and no empty list stands in its place. */
export function Board({ children }: { children: ReactNode }) {
  return <Answer of={useBoard()} again={feed.tryNow}>{() => children}</Answer>;
}
