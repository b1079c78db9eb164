/** What this browser keeps under a name; undefined where there is nothing, no storage, or what is there is no JSON. */
export function kept(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps something under a name. Where the browser keeps nothing, it lasts as long as the page. */
export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Full, or forbidden: nobody would want to be told of that while they arrange things.
  }
}

/** Whether something that was kept is left out, or is a list of what fits. */
export const isListOf = (list: unknown, fits: (each: unknown) => boolean): boolean =>
  list === undefined || (Array.isArray(list) && list.every(fits));

/** Whether something that was kept has texts under these names. */
export const hasTexts = (each: unknown, ...names: readonly string[]): boolean =>
  names.every((name) => isText((each as Readonly<Record<string, unknown>> | null)?.[name]));

export const isText = (each: unknown): boolean => typeof each === 'string';
