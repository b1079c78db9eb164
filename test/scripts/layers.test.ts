import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyWorkspace, type WorkspaceCopy } from '../support/workspace-copy.js';

const OFFENCES = {
  'core-is-pure': ['packages/core/src/deals/offence.ts', "import { css } from 'lit';\nexport const styles = css``;\n"],
  'adapters-know-no-entity': [
    'packages/adapters/src/offence.ts',
    "import type { Deal } from '@kith/core';\nexport type Kept = Deal;\n",
  ],
  'store-draws-nothing': ['packages/store/src/offence.ts', "export { nothing } from 'lit';\n"],
  'elements-never-touch-adapters': [
    'packages/elements/src/deals/offence.ts',
    "import type { Row } from '@kith/adapters';\nexport type Drawn = Row;\n",
  ],
  'features-look-left/kernel': [
    'packages/core/src/kernel/offence.ts',
    "import type { Deal } from '../deals/schema.js';\nexport type Known = Deal;\n",
  ],
  'siblings-by-type-only': [
    'packages/core/src/companies/offence.ts',
    "import { Deal } from '../deals/schema.js';\nexport const Known = Deal;\n",
  ],
  'no-own-index': [
    'packages/core/src/deals/barrel.ts',
    "import type { Money } from '../index.js';\nexport type Known = Money;\n",
  ],
  'through-the-door': [
    'packages/store/src/deals/offence.ts',
    "import type { Deal } from '../../../core/src/deals/schema.js';\nexport type Known = Deal;\n",
  ],
  'no-dep-on-test': [
    'packages/core/src/products/offence.ts',
    "export { copyWorkspace } from '../../../../test/support/workspace-copy.js';\n",
  ],
  'declared-dependencies': ['packages/store/src/users/offence.ts', "export { property } from 'fast-check';\n"],
  'not-to-unresolvable': ['packages/core/src/users/offence.ts', "export { nobody } from './nobody.js';\n"],
  'no-circular': [
    'packages/core/src/contacts/offence.ts',
    "import type { Other } from './other-offence.js';\nexport type One = Other | 1;\n",
  ],
} as const;

describe('the law of the layers', () => {
  let copy: WorkspaceCopy;
  let report: string;

  beforeAll(() => {
    copy = copyWorkspace();
    for (const [file, text] of Object.values(OFFENCES)) copy.write(file, text);
    copy.write(
      'packages/core/src/contacts/other-offence.ts',
      "import type { One } from './offence.js';\nexport type Other = One | 2;\n",
    );
    const { code, output } = copy.check('layers');
    expect(code).toBe(1);
    report = output;
  });
  afterAll(() => copy.dispose());

  it.each(Object.entries(OFFENCES))('catches an offence against %s', (rule, [file]) => {
    expect(report).toContain(`error ${rule}: ${file}`);
  });

  it('tells the offender what to do', () => {
    expect(report).toContain('Take what you need as a');
    expect(report).toContain('0 passed, 1 failed');
  });
});
