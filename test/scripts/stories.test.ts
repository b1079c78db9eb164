import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyWorkspace, type WorkspaceCopy } from '../support/workspace-copy.js';

const STORIES = `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Hats' };
export default meta;

export const Sound: StoryObj = { render: () => html\`<button>Wear</button>\` };
export const Unplayable: StoryObj = {
  render: () => html\`<button>Wear</button>\`,
  play: async () => {
    throw new Error('the brim is bent');
  },
};
export const Unnamed: StoryObj = { render: () => html\`<button></button>\` };
export const Broken: StoryObj = {
  render: () => {
    throw new Error('no felt left');
  },
};
`;

describe('stories', () => {
  let copy: WorkspaceCopy;
  let output: string;
  beforeAll(() => {
    copy = copyWorkspace();
    copy.remove('stories');
    copy.write('stories/hats/hats.stories.ts', STORIES);
    output = copy.check('stories').output;
  }, 180_000);
  afterAll(() => copy.dispose());

  it('are played, and fail with the reason', () => {
    expect(output).toContain('hats--unplayable: play: the brim is bent');
    expect(output).toContain('hats--broken');
    expect(output).toContain('no felt left');
  });

  it('are read by axe', () => {
    expect(output).toContain('hats--unnamed: light: button-name (Buttons must have discernible text)');
  });

  it('are counted', () => {
    expect(output).not.toContain('hats--sound');
    expect(output).toContain('1 passed, 3 failed');
  });
});
