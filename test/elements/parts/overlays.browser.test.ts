import {
  avatarStack,
  busyButton,
  iconButton,
  icons,
  Modal,
  Tooltips,
  table,
  tabPanel,
  tabs,
} from '@kith/elements/parts';
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import { expectNothingFromAxe } from '../../support/axe.js';
import { type PartsSurface, showParts } from '../../support/parts-surface.js';
import { waitUntil } from '../../support/wait-until.js';

describe('a modal', () => {
  const show = async (shape: 'dialog' | 'drawer', onClose: () => void): Promise<PartsSurface> => {
    let modal: Modal | undefined;
    return showParts((surface) => {
      modal ??= new Modal(surface);
      const open = () =>
        modal?.open({
          title: 'Delete 3 contacts?',
          shape,
          content: () => html`<p>Their 2 open deals stay.</p>`,
          buttons: () => html`<button class="button" @click=${() => modal?.close()}>Cancel</button>`,
          close: 'Close',
          onClose,
        });
      return html`<button id="opener" @click=${open}>Delete</button>${modal.render()}`;
    });
  };

  for (const shape of ['dialog', 'drawer'] as const)
    it(`PT24 a ${shape} is named by its title, keeps the focus and gives it back, however it is closed`, async () => {
      let closed = 0;
      const surface = await show(shape, () => closed++);
      const isOpen = () => surface.renderRoot.querySelector('dialog') !== null;
      const open = async () => {
        surface.find('#opener').focus();
        await sendKeys({ press: 'Enter' });
        await waitUntil(() => surface.renderRoot.querySelector('dialog[open]'));
      };
      await open();
      expect(surface.find('dialog').getAttribute('aria-labelledby')).to.equal('modal-title');
      expect(surface.find('dialog').contains(surface.focused)).to.equal(true);
      await expectNothingFromAxe(surface);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !isOpen());
      expect(surface.focused?.id).to.equal('opener');
      await open();
      surface.find('.modal-buttons > button').click();
      await waitUntil(() => !isOpen());
      await open();
      await sendMouse({ type: 'click', position: [2, 2] });
      await waitUntil(() => !isOpen());
      expect(closed).to.equal(3);
    });
});

describe('tooltips', () => {
  const show = () => {
    let tooltips: Tooltips | undefined;
    return showParts((surface) => {
      tooltips ??= new Tooltips(surface);
      return html`
        ${iconButton({ label: 'Filter', icon: icons.filter, onClick: () => {} })}
        <button data-tip="Amount × probability">Weighted</button>${tooltips.render()}
      `;
    });
  };
  const tip = (surface: PartsSurface) => surface.renderRoot.querySelector('[role=tooltip]')?.textContent;

  it('PT25 come with the focus by key, describe what they are not the name of, and go on Escape', async () => {
    const surface = await show();
    await sendKeys({ press: 'Tab' });
    await waitUntil(() => tip(surface) === 'Filter');
    expect(surface.find('[aria-label=Filter]').hasAttribute('aria-describedby')).to.equal(false);
    await sendKeys({ press: 'Tab' });
    await waitUntil(() => tip(surface) === 'Amount × probability');
    expect(surface.focused?.getAttribute('aria-describedby')).to.equal('tooltip');
    await expectNothingFromAxe(surface);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => tip(surface) === undefined);
    expect(surface.focused?.hasAttribute('aria-describedby')).to.equal(false);
  });

  it('PT25 come to a resting pointer and stay while it is on them', async () => {
    const surface = await show();
    const move = async (to: Element) => {
      const { left, top, width, height } = to.getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    };
    await move(surface.find('[data-tip^=Amount]'));
    await waitUntil(() => tip(surface) === 'Amount × probability');
    await move(surface.find('[role=tooltip]'));
    expect(tip(surface)).to.equal('Amount × probability');
    await sendMouse({ type: 'move', position: [700, 500] });
    await waitUntil(() => tip(surface) === undefined);
  });
});

describe('tabs', () => {
  it('PT26 are one stop of the Tab key; arrows in the direction of reading, Home and End show another', async () => {
    let selected = 'overview';
    const all = [
      { id: 'overview', label: 'Overview' },
      { id: 'activity', label: 'Activity', count: '48' },
      { id: 'deals', label: 'Deals' },
    ];
    const surface = await showParts((parent) => {
      const onSelect = (id: string) => {
        selected = id;
        parent.requestUpdate();
      };
      return html`${tabs({ label: 'Contact', tabs: all, selected, onSelect })}${tabPanel(selected, selected)}`;
    });
    await sendKeys({ press: 'Tab' });
    const press = async (key: string) => {
      await sendKeys({ press: key });
      await surface.updateComplete;
      return [selected, surface.focused?.id];
    };
    expect(await press('ArrowRight')).to.deep.equal(['activity', 'tab-activity']);
    expect(await press('End')).to.deep.equal(['deals', 'tab-deals']);
    expect(await press('ArrowRight')).to.deep.equal(['overview', 'tab-overview']);
    surface.dir = 'rtl';
    expect(await press('ArrowLeft')).to.deep.equal(['activity', 'tab-activity']);
    expect(await press('Home')).to.deep.equal(['overview', 'tab-overview']);
    expect(surface.find('[role=tabpanel]').getAttribute('aria-labelledby')).to.equal('tab-overview');
    await sendKeys({ press: 'Tab' });
    expect(surface.focused?.getAttribute('role')).to.equal('tabpanel');
    await expectNothingFromAxe(surface);
  });
});

describe('buttons', () => {
  it('PT27 that are busy do nothing more, keep their width, and say so after a moment', async () => {
    let isBusy = false;
    let presses = 0;
    const surface = await showParts(() =>
      busyButton({ label: 'Save', busyLabel: 'Saving', isBusy, onClick: () => presses++ }),
    );
    const button = surface.find('button');
    const width = button.offsetWidth;
    button.click();
    expect(button.innerText.trim()).to.equal('Save');
    isBusy = true;
    surface.requestUpdate();
    await surface.updateComplete;
    button.click();
    expect(presses).to.equal(1);
    await waitUntil(() => button.innerText.trim() === 'Saving');
    expect(button.offsetWidth).to.equal(width);
    await expectNothingFromAxe(surface);
  });

  it('PT27 that cannot be pressed now can be reached, and say why', async () => {
    let presses = 0;
    const surface = await showParts(() =>
      iconButton({ label: 'Merge', icon: icons.merge, reason: 'Select two.', onClick: () => presses++ }),
    );
    const button = surface.find('button');
    button.click();
    button.focus();
    expect([presses, surface.focused]).to.deep.equal([0, button]);
    expect(button.dataset.tip).to.include('Select two.');
  });
});

describe('what is only looked at', () => {
  it('PT28 a table names its rows and itself, and scrolls by key; people in a stack are read out by name', async () => {
    const rows = [{ name: 'Port call scheduling', amount: '€64,000' }];
    const surface = await showParts(
      (parent) => html`
        ${table({
          label: 'Deals',
          rows,
          isSelected: () => true,
          columns: [
            { head: 'Deal', cell: ({ name }: (typeof rows)[0]) => name, foot: '1 deal' },
            { head: 'Amount', cell: ({ amount }: (typeof rows)[0]) => amount, isFigure: true, foot: '€64,000' },
          ],
        })}
        ${avatarStack(
          {
            label: 'Owners',
            most: 2,
            people: [
              { id: 'a', name: 'Ida Brenner' },
              { id: 'b', name: 'Bo Li' },
              { id: 'c', name: 'Cy Um' },
            ],
          },
          parent.locale.format,
        )}
      `,
    );
    expect(surface.find('th[scope=row]').textContent).to.equal('Port call scheduling');
    expect(surface.find('.avatars').getAttribute('aria-label')).to.equal('Owners: Ida Brenner, Bo Li, and Cy Um');
    expect(surface.find('.more').textContent).to.equal('+1');
    await expectNothingFromAxe(surface);
  });
});
