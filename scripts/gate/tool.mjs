import { spawn } from 'node:child_process';
import path from 'node:path';

const running = new Set();
// When one step fails, those beside it have to end, too.
process.once('exit', () => {
  for (const child of running) child.kill();
});

/** Runs a program (of node_modules/.bin, or any other) in a folder to its end, and answers its code and what it printed. */
export function tool(root, program, parameters, { folder = '.', env = {} } = {}) {
  const bin = path.join(root, 'node_modules', '.bin');
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd: path.join(root, folder),
      env: { ...process.env, NO_COLOR: '1', ...env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    running.add(child);
    let output = '';
    const take = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => resolve({ code: 1, output: `${program}: ${error.message}` }));
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output: output.trim() });
    });
  });
}

/** The result of a tool as the result of a step: one check that passed, or one that failed with what was printed. */
export async function oneCheck(running) {
  const { code, output } = await running;
  return code === 0 ? { passed: 1, problems: [] } : { passed: 0, problems: [output] };
}
