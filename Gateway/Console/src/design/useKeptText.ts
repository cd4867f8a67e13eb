import { useState } from 'react';
import { keep, kept } from './typed';

/** A text that is being typed outside of a dialog: kept under a name until it is emptied, also when its field goes or the page closes. */
export function useKeptText(name: string): [text: string, set: (text: string) => void] {
  const [text, setText] = useState(() => kept(name)?.['text'] ?? '');
  return [
    text,
    (next) => {
      setText(next);
      keep(name, next === '' ? null : { text: next });
    },
  ];
}
