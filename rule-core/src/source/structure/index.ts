export { moduleStructure, type BodyShape, type ModuleStructure } from './module-structure.js';
