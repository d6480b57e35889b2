// One default export and nothing else: that is what makes `require('eslint-plugin-ssot')` yield the plugin itself.
import { plugin } from './plugin.js';

export default plugin;
