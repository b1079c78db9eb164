// lit-analyzer over the templates of the elements, less what it does not know: its HTML and its types are older than ours.
import { tool } from './tool.mjs';

const UNKNOWN_TO_IT = [
  // `nothing` takes an attribute away; the analyzer sees a symbol.
  /^Type '.*Symbol\(undefined\).*' is not assignable to/,
  // A branded string (Id, Day, Instant) is written as the string it is.
  /^You are binding a non-primitive type 'string & \{/,
  // A directive stands for the value it was given.
  /^Type 'DirectiveResult<\{.*LiveDirective/,
  // What browsers fill in by themselves has more names today (the type AutoFill).
  /^Type '"" \| "email" \| "name" .*' is not assignable to '"on" \| "off"/,
  /^Unknown attribute '(popover|popovertarget|popovertargetaction|inert|closedby)'/,
];

export async function checkTemplates(root) {
  const parameters = ['packages/elements/src', '--strict', '--rules.no-invalid-css', 'off', '--format', 'list'];
  const { code, output } = await tool(root, 'lit-analyzer', parameters);
  const problems = [];
  let file = '';
  let seen = 0;
  for (const line of output.split('\n')) {
    if (line.startsWith('./')) file = line.trim().slice(2);
    const [, row, column, message] = /^\s*(\d+):(\d+)\s+(?:error|warning)\s+(.*)$/.exec(line) ?? [];
    if (!message) continue;
    seen++;
    if (!UNKNOWN_TO_IT.some((pattern) => pattern.test(message))) problems.push(`${file}:${row}:${column}: ${message}`);
  }
  if (code !== 0 && seen === 0) problems.push(output);
  return { passed: problems.length === 0 ? 1 : 0, problems };
}
