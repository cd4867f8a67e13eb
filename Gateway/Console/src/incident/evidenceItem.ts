import type { components } from '../api/schema';

/** A piece of evidence, with its newest verification. */
export type EvidenceItem = components['schemas']['EvidenceView'];
