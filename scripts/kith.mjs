// The door for a fresh machine: `npm start` and `npm test` need Node and npm, nothing else. No dependencies.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingBrowsers } from './browsers/installed.mjs';
import { findChromium } from './chromium.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const example = path.join(root, 'examples', 'intranet');
const OLDEST_NODE = [20, 19];

class Refusal extends Error {}

const commands = { start, test, install };
try {
  refuseOldNode();
  const [name = '', ...options] = process.argv.slice(2);
  const command = commands[name];
  if (!command) throw new Refusal(`Usage: npm start [-- --data DIR] | npm test. There is no "${name}".`);
  await command(options);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

/** Serves the intranet example: install, build, preview. */
async function start(options) {
  const dataFolder = dataFolderOf(options);
  await install();
  const env = dataFolder ? { ...process.env, KITH_DATA_DIR: dataFolder } : process.env;
  await step('Build the example', () =>
    run(process.execPath, [vite(), 'build', example, '--logLevel', 'warn'], { env }),
  );
  console.log(
    `\nKith is served at the address below${dataFolder ? `, with the data of ${dataFolder}` : ''}. Ctrl+C stops it.`,
  );
  await run(process.execPath, [vite(), 'preview', example, '--port', '5173'], { env });
}

/** Runs everything: what is missing is installed first. */
async function test(options) {
  await installBrowsers();
  await install();
  await run(process.execPath, [path.join(root, 'scripts', 'check.mjs'), ...options], {
    env: { ...process.env, KITH_CHROMIUM: findChromium() },
  });
}

/** Installs the workspace by the lockfile; nothing happens when it is installed as the lockfile says. */
async function install() {
  const stamp = path.join(root, 'node_modules', '.kith-installed');
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await step('Install', () => pnpm('install', '--frozen-lockfile', '--reporter=append-only'));
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** What the installed packages depend on: the lockfile and every manifest. */
function fingerprint() {
  const hash = createHash('sha256');
  const manifests = ['packages', 'examples']
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder)).map((name) => path.join(root, folder, name, 'package.json')),
    )
    .filter(existsSync)
    .sort();
  for (const file of [path.join(root, 'pnpm-lock.yaml'), path.join(root, 'package.json'), ...manifests])
    hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** The pinned pnpm through npx, so that none needs to be on the machine. */
function pnpm(...parameters) {
  const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  // npm hands its own settings down as npm_config_*; pnpm would read them as its own.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)_/i.test(name)),
  );
  return run('npx', ['--yes', '--loglevel=error', packageManager, ...parameters], {
    env,
    shell: process.platform === 'win32',
  });
}

/** Installs the browsers that are wanted and not there, on Debian and Ubuntu. */
async function installBrowsers() {
  const missing = missingBrowsers();
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(' and ');
  const packages = missing.flatMap((browser) => browser.packages);
  const absent = `The browser tests need ${names}, which this machine lacks.`;
  const advice = missing.some(({ name }) => name === 'Chromium')
    ? 'Install Chromium, Chrome or Edge, or set KITH_CHROMIUM to the path of one, and run npm test again.'
    : 'Install what is missing, or test in Chromium alone: KITH_BROWSERS=chromium npm test';
  if (!existsSync('/usr/bin/apt-get')) throw new Refusal(`${absent} ${advice}`);
  if (process.getuid?.() !== 0)
    throw new Refusal(`${absent} Run: sudo apt-get install ${packages.join(' ')}. ${advice}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(`Install ${names}`, async () => {
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  });
  const [left] = missingBrowsers();
  if (left)
    throw new Refusal(`${left.packages.join(' and ')} were installed, but no ${left.name} was found. ${advice}`);
}

/** The folder of `--data DIR`, absolute; undefined without the option. What is missing is named. */
function dataFolderOf(options) {
  if (options.length === 0) return undefined;
  const [name, folder, ...rest] = options[0].startsWith('--data=')
    ? ['--data', options[0].slice(7), ...options.slice(1)]
    : options;
  if (name !== '--data' || rest.length > 0)
    throw new Refusal(`npm start takes --data DIR and nothing else, not: ${options.join(' ')}`);
  if (!folder) throw new Refusal('--data needs a folder: npm start -- --data DIR');
  // npm runs scripts in the package's folder; INIT_CWD is where the person typed the command.
  const absolute = path.resolve(process.env.INIT_CWD ?? process.cwd(), folder);
  if (!existsSync(absolute))
    throw new Refusal(
      `There is no folder ${absolute}. Give the folder that holds the CSV files: npm start -- --data DIR`,
    );
  if (!statSync(absolute).isDirectory())
    throw new Refusal(`${absolute} is a file. Give the folder that holds the CSV files: npm start -- --data DIR`);
  const missing = filesOfTheImport().filter((file) => !existsSync(path.join(absolute, file)));
  if (missing.length > 0)
    throw new Refusal(`${absolute} lacks ${missing.join(', ')}. The import reads ${filesOfTheImport().join(', ')}.`);
  return absolute;
}

/** The example says in its package.json which files its import reads. */
function filesOfTheImport() {
  return JSON.parse(readFileSync(path.join(example, 'package.json'), 'utf8')).kith?.dataFiles ?? [];
}

function vite() {
  return path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Refusal(
    `Kith needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org.`,
  );
}

async function step(name, work) {
  const began = Date.now();
  console.log(`\n${name} …`);
  await work();
  console.log(`${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

/** Runs a program to its end with this terminal; when we are told to stop, it is told too. */
function run(program, parameters, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { cwd: root, stdio: 'inherit', ...options });
    const pass = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass);
    child.once('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      process.exit(1);
    });
    child.once('exit', (code, signal) => {
      for (const each of ['SIGINT', 'SIGTERM']) process.off(each, pass);
      if (code === 0) resolve();
      else process.exit(signal ? 130 : (code ?? 1));
    });
  });
}
