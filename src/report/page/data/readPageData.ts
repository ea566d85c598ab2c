import { embedded } from '../../embedded.js';
import type { PageData } from '../../embedded.js';
import { textOf } from './textOf.js';

/** Reads what `reportPage` wrote. */
export function readPageData(): PageData {
  return JSON.parse(textOf(embedded.main)) as PageData;
}
