// What pictures hang on besides what they show.
import { createHash } from 'node:crypto';

/** Has nothing of Kith: letters of each font and weight, edges, shadows and blended colours. */
const SAMPLE = `<!doctype html><style>
  body { margin: 8px; font: 15px/1.5 system-ui; color: oklch(0.3 0.05 260); }
  p { margin: 0; } b { font-weight: 600; } code { font-family: monospace; }
  div { display: inline-block; inline-size: 90px; block-size: 40px; margin: 8px; border-radius: 9px;
    background: linear-gradient(30deg, oklch(0.8 0.15 200), #f4a 70%); box-shadow: 0 3px 9px rgb(0 0 0 / 30%); }
  svg { stroke: currentcolor; fill: none; stroke-width: 1.5; } div + div { filter: blur(1.5px); opacity: 0.7; }
</style>
<p>Quick brown foxes <b>bring 1,234.50 €</b> <i>at last</i> <code>0O1lI</code></p>
<p>客户关系管理 電話號碼 <b>今天</b></p><p dir="rtl">مرحبا <b>بالعالم</b> ١٢٣</p>
<div></div><div></div><svg width="40" height="40"><circle cx="20" cy="20" r="15.3" /><path d="M5 9l23 17" /></svg>`;

/** The browser's version, the fonts, and what this browser on this machine makes of a sample: equal only where pictures are. */
export async function settingOf(browser, fonts) {
  const page = await browser.newPage({ viewport: { width: 480, height: 240 } });
  await page.setContent(SAMPLE);
  await page.evaluate(() => document.fonts.ready);
  const drawing = createHash('sha256')
    .update(await page.screenshot())
    .digest('hex')
    .slice(0, 12);
  await page.close();
  return { chromium: browser.version(), ...(fonts ? { fonts: fonts.fingerprint } : {}), drawing };
}
