import type { Expression } from './expression.js';
import { parseFormula } from './parse-formula.js';

/** The names of fields in a formula, each once; none where it cannot be read. */
export function namesIn(source: string): readonly string[] {
  const names = new Set<string>();
  const visit = (part: Expression): void => {
    switch (part.is) {
      case 'field':
        names.add(part.name);
        return;
      case 'unary':
        visit(part.of);
        return;
      case 'binary':
        visit(part.left);
        visit(part.right);
        return;
      case 'call':
        part.parts.forEach(visit);
        return;
      case 'number':
      case 'text':
      case 'boolean':
      case 'blank':
        return;
    }
  };
  const parsed = parseFormula(source);
  if (parsed.ok) visit(parsed.value);
  return [...names];
}
