import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyWorkspace, type WorkspaceCopy } from '../support/workspace-copy.js';

describe('examples that need a page', () => {
  let copy: WorkspaceCopy;
  beforeEach(() => {
    copy = copyWorkspace();
    copy.remove('docs');
    for (const name of ['core', 'adapters', 'store', 'elements']) copy.remove(`packages/${name}/src`);
    copy.write('packages/core/src/index.ts', "/** A name. */\nexport const tag = 'my-hat';\n");
  });
  afterEach(() => copy.dispose());

  const fence = (kind: string, code: string): string => `\`\`\`${kind}\n${code}\n\`\`\`\n\n`;
  const define =
    '<script type="module">\n  import { tag } from \'@kith/core\';\n  customElements.define(tag, class extends HTMLElement {});\n</script>';

  it('run in Chromium', () => {
    copy.write(
      'README.md',
      fence('html run', `<my-hat></my-hat>\n${define}`) +
        fence(
          'ts browser',
          "import { tag } from '@kith/core';\n\nexpect(document.createElement(tag).localName).to.equal('my-hat');",
        ),
    );
    expect(copy.check('docs')).toEqual({ code: 0, output: expect.stringContaining('2 passed, 0 failed') });
  });

  it('fail when the page has an error or an element that nobody defined', () => {
    copy.write(
      'README.md',
      fence('html run', `<my-hood></my-hood>\n${define}\n<script>throw new Error('too windy');</script>`),
    );
    const { code, output } = copy.check('docs');
    expect(code).toBe(1);
    expect(output).toContain('README.md:2: the page fails: Error: too windy; not defined: my-hood');
  });
});
