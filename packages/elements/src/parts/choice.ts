/** One of the answers of a field that is chosen, not typed. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Beside or below the label, quieter. */
  readonly note?: string | undefined;
  /** Why it cannot be chosen now; it is shown all the same. */
  readonly reason?: string | undefined;
  /** The heading it stands under. */
  readonly group?: string | undefined;
}

/** Choices under their headings, in the order in which they first come. */
export function groupChoices<Each extends Choice>(
  choices: readonly Each[],
): readonly (readonly [string | undefined, readonly Each[]])[] {
  const groups = new Map<string | undefined, Each[]>();
  for (const choice of choices) {
    const group = groups.get(choice.group);
    if (group) group.push(choice);
    else groups.set(choice.group, [choice]);
  }
  return [...groups];
}
