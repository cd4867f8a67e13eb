import { language, useLanguage } from './language';

/** A text, or a text with something in it. */
export type Word = string | ((...values: never[]) => string);

interface Group {
  [name: string]: Word;
}

// Literal types would ask the other language for the very same text.
type Widened<T> = { [K in keyof T]: T[K] extends string ? string : T[K] extends Group ? Widened<T[K]> : T[K] };

/** The words of one feature in both languages: what is missing in one does not compile. */
export interface Words<T> {
  en: T;
  zh: T;
  /** Those of the language that is chosen now; for code outside components. */
  now(): T;
}

export function defineWords<const T extends Record<string, Word | Group>>(words: { en: T; zh: NoInfer<Widened<T>> }): Words<Widened<T>> {
  const both = words as unknown as { en: Widened<T>; zh: Widened<T> };
  return { ...both, now: () => both[language()] };
}

/** The words in the chosen language; the component is drawn anew when it changes. */
export function useWords<T>(words: Words<T>): T {
  return words[useLanguage()];
}
