// The fonts of the pictures: the same few of every machine, whatever else is installed there.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** From the Debian packages fonts-inter, fonts-droid-fallback (Chinese) and fonts-dejavu-core (Arabic, figures of one width). */
const FILES = [
  ...['Regular', 'Italic', 'Medium', 'SemiBold', 'Bold'].map(
    (cut) => `/usr/share/fonts/opentype/inter/Inter-${cut}.otf`,
  ),
  '/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf',
  ...['DejaVuSans', 'DejaVuSans-Bold', 'DejaVuSansMono'].map((cut) => `/usr/share/fonts/truetype/dejavu/${cut}.ttf`),
];

/** Writes a configuration that knows these fonts only. Undefined where one of them is not installed. */
export function fontsOfPictures() {
  if (!FILES.every((file) => existsSync(file))) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-fonts-'));
  const hash = createHash('sha256');
  for (const file of FILES) {
    hash.update(readFileSync(file));
    symlinkSync(file, path.join(folder, path.basename(file)));
  }
  const config = path.join(folder, 'fonts.conf');
  writeFileSync(config, configurationOf(folder));
  return {
    env: { FONTCONFIG_FILE: config },
    fingerprint: hash.digest('hex').slice(0, 12),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const configurationOf = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${folder}/cache</cachedir>
  ${[
    ['sans-serif', 'Inter'],
    ['serif', 'DejaVu Sans'],
    ['monospace', 'DejaVu Sans Mono'],
    ['system-ui', 'Inter'],
  ]
    .map(
      ([name, font]) =>
        `<alias binding="same"><family>${name}</family><prefer><family>${font}</family></prefer></alias>`,
    )
    .join('\n  ')}
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
`;
