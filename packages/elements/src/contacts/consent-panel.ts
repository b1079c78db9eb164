import type { Contact } from '@kith/core';
import type { Lead } from '@kith/core/leads';
import { css, html, nothing, type TemplateResult } from 'lit';
import { type Locale, sentencesIn } from '../base/locale.js';
import { badge } from '../parts/badge.js';
import { switchControl } from '../parts/checkbox.js';
import { icon } from '../parts/icon.js';
import { shield } from '../parts/icons/tools.js';
import { panel } from '../parts/panel.js';
import type { RowSight } from '../records/sight.js';
import { type Consent, consentsOf, isBlocked } from './consent.js';
import { consentMessages } from './consent.messages.js';

/** What the panel needs. */
export interface ConsentOptions {
  readonly contact: Contact;
  readonly leads: readonly Lead[];
  readonly locale: Locale;
  readonly sight: RowSight;
  readonly save: (changes: Pick<Contact, 'doNotEmail' | 'doNotPhone'>, label: string) => Promise<unknown>;
}

const TONES = { granted: 'positive', denied: 'negative', pending: 'warning' } as const;

/** What somebody agreed to, by purpose and channel, with when and where; and what they do not want at all. */
export function consentPanel({ contact, leads, locale, sight, save }: ConsentOptions): TemplateResult | typeof nothing {
  const say = sentencesIn(consentMessages, locale);
  const wishes = (
    [
      ['doNotEmail', say.noEmail],
      ['doNotPhone', say.noPhone],
    ] as const
  ).filter(([name]) => sight.sees(name));
  const consents = consentsOf(leads);
  if (wishes.length === 0 && consents.length === 0) return nothing;
  return panel({
    title: say.title,
    part: 'consent',
    end: html`<span class="subtle icon-small">${icon(shield)}</span>`,
    body: html`
      ${consents.length === 0 ? nothing : html`<ul class="related">${consents.map((consent) => renderConsent(consent, contact, locale))}</ul>`}
      <div class="wishes">
        ${wishes.map(([name, label]) =>
          switchControl({
            label,
            isOn: contact[name] === true,
            isDisabled: !sight.edits(name),
            onChange: (isOn) => void save({ [name]: isOn ? true : undefined }, label),
          }),
        )}
      </div>
    `,
  });
}

function renderConsent(consent: Consent, contact: Contact, locale: Locale): TemplateResult {
  const say = sentencesIn(consentMessages, locale);
  const { purpose, channel, status, at, source, text } = consent;
  const blocked = status === 'granted' && isBlocked(contact, channel);
  return html`
    <li>
      <div class="grow">
        <p><bdi>${purpose}</bdi>${channel ? html` <span class="subtle">· ${say.channels[channel]}</span>` : nothing}</p>
        <p class="small subtle" title=${text ?? nothing}>${source ? html`<bdi>${source}</bdi> · ` : nothing}<time datetime=${at}>${locale.format.relative(at)}</time></p>
      </div>
      ${blocked ? badge(say.blocked, 'negative') : badge(say.status[status], TONES[status])}
    </li>
  `;
}

/** The looks of {@link consentPanel}. Needs checkStyles. */
export const consentStyles = css`
  .wishes { display: grid; gap: 8px; padding: 4px 16px 14px; }
  .related + .wishes { padding-block-start: 10px; border-block-start: 1px solid var(--kith-border); }
`;
