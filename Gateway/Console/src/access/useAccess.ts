import { useCallback, useState } from 'react';
import { api } from '../api/client';
import type { Page } from '../api/types';
import { answerOf } from '../asking/asked';
import { useAsked, type Question } from '../asking/useAsked';
import { requestOf, type AccessItem, type Asked } from './access';

const pageSize = 100;
const itemsMax = 2_000;

/** The items of the log that fit, newest first, as many as are wanted. */
export function useAccess(asked: Asked | null): Question<Page<AccessItem>> & { more: (() => void) | null } {
  const name = asked && JSON.stringify(asked);
  const [wanted, setWanted] = useState({ name, items: pageSize });
  const many = wanted.name === name ? wanted.items : pageSize;
  const question = useAsked<Page<AccessItem>>(name, async (signal) => {
    let list: Page<AccessItem> = { items: [], next: null };
    do {
      const page = await api.get<Page<AccessItem>>(requestOf(asked!, pageSize, list.next), signal);
      list = { items: [...list.items, ...page.items], next: page.next };
    } while (list.next !== null && list.items.length < many);
    return list;
  });
  const { again } = question;
  const more = useCallback(() => {
    setWanted({ name, items: many + pageSize });
    again();
  }, [name, many, again]);
  const hasMore = answerOf(question.asked)?.next != null && many < itemsMax;
  return { ...question, more: hasMore ? more : null };
}
