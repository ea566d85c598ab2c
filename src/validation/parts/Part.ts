import type { Inspection, InspectionContext, SeenRecord, Validation, ValidationOutcome } from '../../domain/index.js';

/** Part of a validation: one question to the whole data set. */
export type Part = (context: InspectionContext) => PartInspection;

export interface PartInspection {
  see(seen: SeenRecord): void;
  finish(): Partial<ValidationOutcome> | Promise<Partial<ValidationOutcome>>;
}

/**
 * A validation put together of parts: `exactShares`, `recordCount`, `modelledShares`, `journeyEmotions`, `journeyCompletion`,
 * `rulesOf`, and what else a domain asks of its data.
 */
export function validationOf(id: string, title: string, parts: readonly Part[]): Validation {
  return { id, title, inspect: (context) => inspectionOf(parts.map((part) => part(context))) };
}

function inspectionOf(parts: readonly PartInspection[]): Inspection {
  return {
    see(seen) {
      for (const part of parts) part.see(seen);
    },
    async finish() {
      const outcomes = await Promise.all(parts.map(async (part) => part.finish()));
      return {
        violations: outcomes.flatMap(({ violations = [] }) => violations),
        tests: outcomes.flatMap(({ tests = [] }) => tests),
        rules: [...new Set(outcomes.flatMap(({ rules = [] }) => rules))],
        figures: Object.assign({}, ...outcomes.map(({ figures = {} }) => figures)) as Readonly<Record<string, unknown>>,
      };
    },
  };
}

/** Rules on records that belong to a validation: it fails where one of them is broken. */
export function rulesOf(...rules: readonly string[]): Part {
  return () => ({ see: () => undefined, finish: () => ({ rules }) });
}
