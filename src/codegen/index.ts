export { recordsModule, typeNameOf } from './recordsModule.js';
export type { ModuleFrame, RecordsModuleOptions } from './recordsModule.js';
export { toLiteral } from './toLiteral.js';
