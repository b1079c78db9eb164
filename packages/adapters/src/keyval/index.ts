export { type KeyvalOptions, keyvalAdapter } from './keyval-adapter.js';
