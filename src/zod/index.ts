export { compiledShape } from './compiledShape.js';
export { issuesOf } from './issuesOf.js';
export type { ShapeIssue } from './issuesOf.js';
export { Shape } from './Shape.js';
export type { ShapeFault } from './Shape.js';
export type { ShapeFaultKind } from './shapeFaultKinds.js';
