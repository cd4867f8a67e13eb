import type { ClosingNeed, ClosingOutcome } from '../incident/closing';
import type { Read } from '../design/FormDialog';

export const needs: readonly ClosingNeed[] = ['feedback', 'place', 'party', 'results', 'owner'];

/** The most outcomes, and the most words of results. */
export const listedMax = 200;

/** Words, each once, in their order: one in each line, or with commas between them. */
export const listOf = (text: string, separator: RegExp): string[] => [
  ...new Set(text.split(separator).map((word) => word.trim()).filter(Boolean)),
];

export function outcomeFrom(read: Read): ClosingOutcome {
  return {
    word: read('word'),
    valid: read('valid') !== '',
    classes: listOf(read('classes'), /[,，、]/),
    needs: needs.filter((need) => read(`need-${need}`) !== ''),
  };
}

/** The list with an outcome in the place of another, or behind all (`place` null); twice: another has its word. */
export function withOutcome(
  outcomes: readonly ClosingOutcome[],
  outcome: ClosingOutcome,
  place: number | null,
): readonly ClosingOutcome[] | 'twice' {
  if (outcomes.some((other, i) => i !== place && other.word === outcome.word)) return 'twice';
  return place === null ? [...outcomes, outcome] : outcomes.with(place, outcome);
}
