import { z } from 'zod';
import type { ZodType } from 'zod';

/** A schema with what a reader must know of it: what it means, and in which unit it counts. */
export function described<S extends ZodType>(schema: S, description: string, unit: string): S {
  return schema.meta({ description, unit });
}

/** A number on a grid of `digits` digits after the point. */
export function grid(min: number, max: number, digits: number): z.ZodNumber {
  return z
    .number()
    .min(min)
    .max(max)
    .multipleOf(10 ** -digits);
}

/** A share or tendency between 0 and 1, in hundredths. */
export function share(description: string): z.ZodNumber {
  return described(grid(0, 1, 2), description, 'share, 0 to 1');
}

/** A calendar date. */
export function date(description: string): z.ZodISODate {
  return described(z.iso.date(), description, 'ISO 8601 calendar date');
}

/** One of a list of words. */
export function word<const T extends readonly [string, ...string[]]>(
  words: T,
  description: string,
): z.ZodEnum<z.core.util.ToEnum<T[number]>> {
  return described(z.enum(words), description, 'one of the listed words');
}
