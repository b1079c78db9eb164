import { tool } from './tool.mjs';

/**
 * Runs TypeScript 7, the compiler written in Go: it says and writes the same as the one of `typescript`, which tools
 * that read code have still to load, in a fraction of the time. Both call themselves tsc, so this one goes by its path.
 */
export const compile = (root, parameters) =>
  tool(root, process.execPath, ['node_modules/typescript-native/bin/tsc', ...parameters]);
