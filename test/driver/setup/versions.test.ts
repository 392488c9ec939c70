import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../../src/driver/setup/compare-versions.ts';
import { howToGet } from '../../../src/driver/setup/how-to-get.ts';

describe('compareVersions', () => {
  const version = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 4 });
  const text = (parts: readonly number[]): string => parts.join('.');

  it('orders as the numbers do, whatever their digits', () => {
    fc.assert(
      fc.property(version, fc.nat({ max: 3 }), fc.integer({ min: 1, max: 200 }), (parts, place, more) => {
        const higher = [...parts, 0, 0, 0, 0];
        higher[place] = (higher[place] ?? 0) + more;
        expect(compareVersions(text(parts), text(higher))).toBe(-1);
        expect(compareVersions(text(higher), text(parts))).toBe(1);
      }),
    );
  });

  it('takes a missing part for 0', () => {
    fc.assert(
      fc.property(version, fc.nat({ max: 3 }), (parts, zeros) => {
        expect(
          compareVersions(text(parts), text([...parts, ...Array.from({ length: zeros }, () => 0)])),
        ).toBe(0);
      }),
    );
  });
});

describe('howToGet', () => {
  const get = { linux: 'apt-get', darwin: 'brew', win32: 'winget' };
  it.each<[NodeJS.Platform, string]>([
    ['linux', 'apt-get'],
    ['darwin', 'brew'],
    ['win32', 'winget'],
    ['freebsd', 'Linux: apt-get; macOS: brew; Windows: winget'],
  ])('knows the way on %s', (platform, way) => {
    expect(howToGet(get, platform)).toBe(way);
    expect(howToGet('one sentence', platform)).toBe('one sentence');
  });
});
