/**
 * 64 bits that two different values almost never share, whatever the order of their fields: enough to tell whether
 * somebody changed a row since, without keeping the row. Two hashes of 32 bits in the manner of FNV-1a (Fowler, Noll &
 * Vo 1991), with different multipliers. It is no protection against somebody who means to deceive it.
 */
export function fingerprint(value: unknown): string {
  const state = { first: 0x811c9dc5, second: 0x9e3779b1 };
  take(value, state);
  return `${(state.first >>> 0).toString(36)}-${(state.second >>> 0).toString(36)}`;
}

interface State {
  first: number;
  second: number;
}

function take(value: unknown, state: State): void {
  if (Array.isArray(value)) {
    takeText('[', state);
    for (const item of value) take(item, state);
    takeText(']', state);
  } else if (typeof value === 'object' && value !== null) {
    takeText('{', state);
    for (const key of Object.keys(value).sort()) {
      const inner: unknown = Reflect.get(value, key);
      if (inner === undefined) continue;
      takeText(key, state);
      take(inner, state);
    }
    takeText('}', state);
  } else {
    takeText(typeof value, state);
    takeText(String(value), state);
  }
}

function takeText(text: string, state: State): void {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    state.first = Math.imul(state.first ^ code, 0x01000193);
    state.second = Math.imul(state.second ^ code, 0x85ebca6b) + 1;
  }
  // Two texts one behind the other are not one text.
  state.first = Math.imul(state.first ^ text.length, 0x01000193);
  state.second = Math.imul(state.second ^ 0xffff, 0x85ebca6b);
}
