import { describe, expect, it } from 'vitest';
import { js43 } from '../../../src/format/js/index.ts';
import { realPrints } from '../prints.ts';

const prints = realPrints('js', '4.8.2', 'Node.js 20.20.2');

describe('steady', () => {
  it('leaves prints of values as they are', () => {
    for (const { outcome, printed } of prints)
      if (outcome === 'printed') expect(js43.steady(printed)).toBe(printed);
  });

  it('of an error drops files, lines and times, and keeps what the driver says', () => {
    const errors = prints.filter(
      ({ outcome, printed }) => outcome === 'error' && printed.includes('requestResult'),
    );
    expect(errors).not.toHaveLength(0);
    for (const { printed } of errors) {
      const steady = js43.steady(printed);
      expect(steady).not.toMatch(/node_modules|startTime: \d|date: '|x-txn-time': '/);
      expect(steady).toContain('responseRaw: ');
      expect(steady.split('\n')[0]).toBe(printed.split('\n')[0]);
      expect(js43.steady(steady)).toBe(steady);
    }
  });
});
