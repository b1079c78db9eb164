export { type DexieOptions, dexieAdapter } from './dexie-adapter.js';
