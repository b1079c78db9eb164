import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAlbum as open } from '../../scripts/gate/stories/album.mjs';
import { writePng } from '../../scripts/gate/stories/png.mjs';

interface Album {
  picture(name: string, screenshot: Buffer): readonly string[];
  tree(id: string, text: string): readonly string[];
  close(): readonly string[];
  readonly notes: readonly string[];
  readonly isOpen: boolean;
}

const HERE = { chromium: '140.0', fonts: 'a', drawing: 'b' };
const ELSEWHERE = { ...HERE, drawing: 'c' };

describe('the album of the stories', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'kith-album-'));
    const album = openAlbum(HERE, { update: true });
    album.picture('hat.light', square(10));
    album.tree('hat', '- button "Wear"');
    album.close();
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const openAlbum = (setting: object, options?: object): Album => open(root, setting, options) as Album;
  const square = (grey: number): Buffer =>
    writePng({ width: 4, height: 4, pixels: Buffer.alloc(4 * 4 * 3, grey) }) as Buffer;

  it('has nothing to say of what is the same', () => {
    const album = openAlbum(HERE);
    expect(album.isOpen).toBe(true);
    expect([...album.picture('hat.light', square(10)), ...album.tree('hat', '- button "Wear"')]).toEqual([]);
    expect([...album.close(), ...album.notes]).toEqual([]);
  });

  it('tells one point that differs, another tree, and what belongs to no story', () => {
    const album = openAlbum(HERE);
    expect(album.picture('hat.light', square(11))).toEqual([expect.stringContaining('looks different')]);
    expect(existsSync(path.join(root, '.generated/pictures/hat.light.difference.png'))).toBe(true);
    expect(album.tree('hat', '- button "Put on"')).toEqual([expect.stringContaining('+ - button "Put on"')]);
    expect(openAlbum(HERE).close()).toEqual([
      expect.stringContaining('hat.light.png belongs to no story'),
      expect.stringContaining('hat.yaml belongs to no story'),
    ]);
  });

  it('compares nothing with what another browser drew, and says so', () => {
    const album = openAlbum(ELSEWHERE);
    expect(album.isOpen).toBe(false);
    expect(album.close()).toEqual([]);
    expect(album.notes).toEqual([expect.stringContaining('are not compared')]);
  });
});
