export { boxes, fiveOf } from './boxes.js';
export type { Box } from './boxes.js';
export { dots } from './dots.js';
export type { CustomApi, CustomElement } from './custom.js';
export {
  baseOption,
  FONT,
  FONT_SIZE,
  layRows,
  legend,
  MOST_COLUMNS,
  MOST_ROWS,
  rowAxis,
  valueAxis,
  WIDTH,
} from './frame.js';
export { heatMap } from './heatMap.js';
export type { Cell } from './heatMap.js';
export { measuredBars } from './measuredBars.js';
export { overlaidBars } from './overlaidBars.js';
export { stackedBars } from './stackedBars.js';
