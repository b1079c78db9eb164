import { chip, icons, Menu, Popover, progressBar, removableTag, tag } from '@kith/elements/parts';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { expectNothingFromAxe } from '../../support/axe.js';
import { type PartsSurface, showParts } from '../../support/parts-surface.js';
import { waitUntil } from '../../support/wait-until.js';

describe('a popover', () => {
  const show = async (onClose: () => void = () => {}): Promise<PartsSurface> => {
    let popover: Popover | undefined;
    return showParts((surface) => {
      popover ??= new Popover(surface);
      const open = (event: Event) =>
        popover?.open(event.currentTarget as HTMLElement, {
          label: 'Filter',
          content: () => html`<input aria-label="Owner" /><button>Apply</button>`,
          onClose,
        });
      return html`<button id="opener" @click=${open}>Filter</button>${popover.render()}<button id="after">After</button>`;
    });
  };
  const isOpen = (surface: PartsSurface) => surface.renderRoot.querySelector('.popover:popover-open') !== null;

  it('PT20 opens by key with the focus in its first field, and gives it back on Escape', async () => {
    let closed = 0;
    const surface = await show(() => closed++);
    surface.find('#opener').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => surface.focused?.localName === 'input');
    expect(surface.find('.popover').getAttribute('aria-label')).to.equal('Filter');
    await expectNothingFromAxe(surface);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !isOpen(surface));
    await waitUntil(() => surface.focused?.id === 'opener');
    expect(closed).to.equal(1);
  });

  it('PT20 is closed by its opener and by a click elsewhere, which keeps the focus it takes', async () => {
    const surface = await show();
    surface.find('#opener').click();
    await waitUntil(() => isOpen(surface));
    surface.find('#opener').click();
    await waitUntil(() => !isOpen(surface));
    surface.find('#opener').click();
    await waitUntil(() => isOpen(surface));
    surface.find<HTMLElement>('.popover').hidePopover();
    await waitUntil(() => surface.renderRoot.querySelector('.popover') === null);
  });
});

describe('a menu', () => {
  it('PT21 goes by arrows, ends and letters, and passes on why a line cannot be chosen', async () => {
    let menu: Menu | undefined;
    const chosen: string[] = [];
    const item = (label: string, reason?: string) => ({
      label,
      reason,
      icon: icons.copy,
      choose: () => chosen.push(label),
    });
    const surface = await showParts((host) => {
      menu ??= new Menu(host);
      return html`<button id="opener">Deal</button>${menu.render()}`;
    });
    surface.find('#opener').focus();
    await menu?.open(surface.find('#opener'), 'Deal', [
      { items: [item('Edit'), item('Merge', 'Select two.'), item('Delete')] },
    ]);
    const line = () => surface.focused?.textContent?.trim().replace(/\s+/g, ' ');
    expect(line()).to.equal('Edit');
    await sendKeys({ press: 'ArrowDown' });
    expect(line()).to.include('Select two.');
    await sendKeys({ press: 'Enter' });
    expect(chosen).to.deep.equal([]);
    await sendKeys({ press: 'End' });
    expect(line()).to.equal('Delete');
    await sendKeys({ press: 'ArrowDown' });
    expect(line()).to.equal('Edit');
    await sendKeys({ press: 'd' });
    await expectNothingFromAxe(surface);
    await sendKeys({ press: 'Enter' });
    expect(chosen).to.deep.equal(['Delete']);
    await waitUntil(() => surface.focused?.id === 'opener');
  });

  it('PT21 begins with the letters typed in it, not with those typed in the menu before', async () => {
    let menu: Menu | undefined;
    const surface = await showParts((host) => {
      menu ??= new Menu(host);
      return html`<button id="opener">Stage</button>${menu.render()}`;
    });
    const groups = [{ items: ['Qualified', 'Hide', 'Lost'].map((label) => ({ label, choose: () => {} })) }];
    const line = () => surface.focused?.textContent?.trim();
    const type = (key: string) => surface.focused?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await menu?.open(surface.find('#opener'), 'Stage', groups);
    type('l');
    expect(line()).to.equal('Lost');
    menu?.close();
    await menu?.open(surface.find('#opener'), 'Stage', groups);
    type('h');
    expect(line()).to.equal('Hide');
  });

  it('PT21 shows what is learned for it, and nothing that was asked for another one', async () => {
    let menu: Menu | undefined;
    const surface = await showParts((host) => {
      menu ??= new Menu(host);
      return html`<button id="first">Acme</button><button id="second">Brama</button>${menu.render()}`;
    });
    const lines = (...labels: readonly string[]) => [{ items: labels.map((label) => ({ label, choose: () => {} })) }];
    const shown = () =>
      [...surface.renderRoot.querySelectorAll('[role=menuitem]')].map((line) => line.textContent?.trim()).join();
    const learn: ((groups: ReturnType<typeof lines>) => void)[] = [];
    const open = (name: string) =>
      menu?.open(surface.find(`#${name}`), name, lines(name), new Promise((resolve) => learn.push(resolve)));
    await open('first');
    expect(shown()).to.equal('first');
    menu?.close();
    surface.find<HTMLElement>('#second').focus();
    // The browser has not told yet that the first one has closed.
    await open('second');
    learn[0]?.(lines('first', 'of the first'));
    await new Promise(requestAnimationFrame);
    await surface.updateComplete;
    expect(shown()).to.equal('second');
    learn[1]?.(lines('second', 'of the second'));
    await waitUntil(() => shown() === 'second,of the second');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => surface.focused?.id === 'second');
  });

  it('PT21 stays open for lines that are on or off', async () => {
    let menu: Menu | undefined;
    let isOn = false;
    const groups = () => [
      {
        items: [
          {
            label: 'Owner',
            isChecked: isOn,
            choose: () => {
              isOn = !isOn;
              menu?.update(groups());
            },
          },
        ],
      },
    ];
    const surface = await showParts((host) => {
      menu ??= new Menu(host);
      return html`<button id="opener">Columns</button>${menu.render()}`;
    });
    await menu?.open(surface.find('#opener'), 'Columns', groups());
    await sendKeys({ press: 'Enter' });
    await surface.updateComplete;
    expect(surface.find('[role=menuitemcheckbox]').getAttribute('aria-checked')).to.equal('true');
    expect(menu?.isOpen).to.equal(true);
  });
});

describe('small surfaces', () => {
  it('PT22 a chip is changed and taken away by buttons with names of their own', async () => {
    const done: string[] = [];
    const surface = await showParts(
      () => html`
        ${chip({ label: 'Owner', operator: 'is', value: 'Zofia', onEdit: () => done.push('edit'), removeLabel: 'Remove owner', onRemove: () => done.push('remove') })}
        ${tag('Tender')} ${removableTag('Renewal', { label: 'Remove Renewal', run: () => done.push('untag') })}
      `,
    );
    surface.find('.chip-words').click();
    surface.find('[aria-label="Remove owner"]').click();
    surface.find('[aria-label="Remove Renewal"]').click();
    expect(done).to.deep.equal(['edit', 'remove', 'untag']);
    await expectNothingFromAxe(surface);
  });

  it('PT23 a bar says what is going on and how far it is', async () => {
    const surface = await showParts(() =>
      progressBar({ label: 'Importing', done: 812, total: 1284, text: '812 of 1,284' }),
    );
    const bar = surface.find<HTMLProgressElement>('progress');
    expect([bar.value, bar.max]).to.deep.equal([812, 1284]);
    expect(bar.getAttribute('aria-valuetext')).to.equal('812 of 1,284');
    await expectNothingFromAxe(surface);
  });
});
