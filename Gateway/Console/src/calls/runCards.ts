import { api } from '../api/client';
import type { Page, RunCard } from '../api/types';
import { useAsked, type Question } from '../asking/useAsked';

let read: Promise<readonly RunCard[]> | null = null;

/** The centre's run cards, read once for each page load: they seldom change. */
export function useRunCards(): Question<readonly RunCard[]> {
  return useAsked('run cards', () => {
    const all = (read ??= api
      .get<Page<RunCard> | RunCard[]>('/run-cards')
      .then((answer) => (Array.isArray(answer) ? answer : answer.items).filter((c) => !c.retired)));
    all.catch(() => (read = null));
    return all;
  });
}

/** The questions of the most specific run card for this category. */
export function questionsOf(cards: readonly RunCard[], category: string, priority: number): RunCard['questions'] {
  const wanted = category.trim();
  const fitting = cards.filter(
    (c) =>
      c.questions.length > 0 &&
      (c.categories.length === 0 || c.categories.includes(wanted)) &&
      (c.priorities.length === 0 || c.priorities.includes(priority)),
  );
  const particular = (c: RunCard) => Number(c.categories.length > 0) * 2 + Number(c.priorities.length > 0);
  return wanted === '' ? [] : ([...fitting].sort((a, b) => particular(b) - particular(a))[0]?.questions ?? []);
}
