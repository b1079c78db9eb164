// The law of the layers, by .dependency-cruiser.mjs.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { oneCheck, tool } from './tool.mjs';

export function checkLayers(root) {
  const folders = ['packages', 'stories', 'examples'].filter((folder) => existsSync(path.join(root, folder)));
  const options = ['--config', '.dependency-cruiser.mjs', '--output-type', 'err-long'];
  return oneCheck(tool(root, 'depcruise', [...folders, ...options]));
}
