import { KithElement } from '@kith/elements';
import { icon, iconStyles, icons, replaceIcons } from '@kith/elements/parts';
import { expect, fixture, html } from '@open-wc/testing';

class TwoIcons extends KithElement {
  static override readonly tag = 'two-icons';
  static override styles = iconStyles;

  protected override render() {
    return html`${icon(icons.plus)}${icon(icons.right)}`;
  }
}

customElements.define('test-two-icons', TwoIcons);

const drawn = (element: KithElement) =>
  [...(element.shadowRoot?.querySelectorAll('svg') ?? [])].map((svg) => ({
    path: svg.querySelector('path')?.getAttribute('d'),
    isFilled: getComputedStyle(svg.querySelector('path') as SVGPathElement).fill !== 'none',
    viewBox: svg.getAttribute('viewBox'),
    classes: [...svg.classList],
  }));

describe('a page with icons of its own', () => {
  it('EL6 replaces one of them in what stands on the page, and gives it back', async () => {
    const element = await fixture<TwoIcons>(html`<test-two-icons></test-two-icons>`);
    const [plus, right] = drawn(element);
    replaceIcons({ plus: { path: 'M0 0h960v960Z', viewBox: '0 0 960 960', isFilled: true } });
    await element.updateComplete;
    expect(drawn(element)).to.deep.equal([
      { path: 'M0 0h960v960Z', viewBox: '0 0 960 960', classes: ['icon'], isFilled: true },
      right,
    ]);
    replaceIcons({ plus: undefined });
    await element.updateComplete;
    expect(drawn(element)).to.deep.equal([plus, right]);
  });

  it('EL6 still mirrors what points along the line of reading', async () => {
    replaceIcons({ right: { path: 'M1 1h2' } });
    const element = await fixture<TwoIcons>(html`<test-two-icons></test-two-icons>`);
    expect(drawn(element)[1]).to.deep.equal({
      path: 'M1 1h2',
      viewBox: '0 0 24 24',
      classes: ['icon', 'directional'],
      isFilled: false,
    });
    replaceIcons({ right: undefined });
  });
});
