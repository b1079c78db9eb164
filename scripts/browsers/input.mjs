// Keyboard and mouse with the face of Playwright's, over those of WebDriver. Keys are written "Control+Shift+Z", "Enter", "a".

/** The keys of a chord, in the order in which they go down. A letter with Shift is the capital one. */
export function keysOf(chord) {
  const parts = chord === '+' ? ['+'] : chord.split(/(?<=.)\+(?=.)/);
  return parts.map((key) => {
    if (key === 'Space') return ' ';
    return parts.includes('Shift') && key.length === 1 ? key.toUpperCase() : key;
  });
}

/** A keyboard of Playwright's face over one that knows single keys only. */
export function chordKeyboard({ down, up, type }) {
  return {
    down: (key) => down(...keysOf(key)),
    up: (key) => up(...keysOf(key)),
    type,
    async press(chord) {
      const keys = keysOf(chord);
      for (const key of keys) await down(key);
      for (const key of keys.reverse()) await up(key);
    },
  };
}

/** A mouse that stays in the viewport: a position outside of it is an error for WebDriver, and Playwright's mouse just goes there. */
export function mouseWithin({ move, down, up, size }) {
  const within = (x, y) => {
    const { width, height } = size();
    return [Math.min(Math.max(x, 0), width - 1), Math.min(Math.max(y, 0), height - 1)];
  };
  return {
    down,
    up,
    move: (x, y) => move(...within(x, y)),
    async click(x, y, options) {
      await move(...within(x, y));
      await down(options);
      await up(options);
    },
  };
}
