const drawer = new Uint32Array(1_024);
let drawn = drawer.length;

/** A word of 32 bits from the machine. Asking for much at once is what makes it cheap: an id takes 16 of them. */
export function randomWord(): number {
  if (drawn === drawer.length) {
    crypto.getRandomValues(drawer);
    drawn = 0;
  }
  const word = drawer[drawn] ?? 0;
  // What was handed out may be a secret, such as a salt: it stands nowhere else.
  drawer[drawn++] = 0;
  return word;
}

/** Chance from the machine, in [0, 1). */
export const chance = (): number => randomWord() / 2 ** 32;
