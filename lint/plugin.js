import { borders } from './borders.js';
import { noHiddenDate } from './noHiddenDate.js';
import { noWildcardExports } from './noWildcardExports.js';

/** The rules of this project that oxlint has no words for. Plain JavaScript, since Node 20 loads no TypeScript. */
export default {
  meta: { name: 'house' },
  rules: {
    borders,
    'no-hidden-date': noHiddenDate,
    'no-wildcard-exports': noWildcardExports,
  },
};
