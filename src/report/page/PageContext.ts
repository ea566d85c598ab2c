import type { PageData } from '../embedded.js';
import type { Gallery } from './charts/index.js';
import type { Words } from './model/index.js';

/** What the parts of the page share. */
export interface PageContext {
  readonly data: PageData;
  readonly words: Words;
  readonly gallery: Gallery;
}
