// One default export and nothing else: that is what makes `require('@ssot/typescript-plugin')` yield the factory itself, which is
// what tsserver calls.
import { factory } from './factory.js';

export default factory;
