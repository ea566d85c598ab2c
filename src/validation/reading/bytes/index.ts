export { ByteWindow } from './ByteWindow.js';
export { brokenCharacterAt, NOT_UTF_8 } from './decode.js';
export { LineMark } from './LineMark.js';
export { placeIn } from './placeIn.js';
export type { Place } from './placeIn.js';
export { drain } from './Splitter.js';
export type { Splitter } from './Splitter.js';
