import { useSyncExternalStore } from 'react';
import { reports } from './outbox';
import { page } from './unitPage';

export const usePicture = () => useSyncExternalStore(page.subscribe, page.picture);
export const useLetters = () => useSyncExternalStore(page.subscribe, page.letterList);
export const useReads = () => useSyncExternalStore(page.subscribe, page.reads);
export const useReports = () => useSyncExternalStore(reports.subscribe, reports.state);
export const usePlace = () => useSyncExternalStore(page.place.subscribe, page.place.state);
export const useConnection = () => useSyncExternalStore(page.feed.subscribe, page.feed.state);
