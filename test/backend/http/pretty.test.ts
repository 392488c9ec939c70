import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pretty } from '../../../src/backend/http/pretty.ts';

describe('pretty', () => {
  it('says the same as the compact text, squeezed white space inside strings aside', () => {
    const json = fc.jsonValue({ maxDepth: 6 }).filter((value) => !/\s/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(json, (value) => {
        const compact = JSON.stringify(value);
        expect(JSON.stringify(JSON.parse(pretty(compact)))).toBe(compact);
      }),
    );
  });

  it('ends with exactly one newline', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(pretty(JSON.stringify(value))).toMatch(/[^\n]\n$/);
      }),
    );
  });

  it.each([
    ['1', '1\n'],
    ['{}', '{  }\n'],
    ['[]', '[  ]\n'],
    // http.jsonl 55
    ['{"resource":{"a":[1,2],"b":{},"c":[]}}', '{ "resource": { "a": [ 1, 2 ], "b": { }, "c": [ ] } }\n'],
    // http.jsonl 57
    [
      '{"errors":[{"position":[],"code":"instance not found","description":"Document not found."}]}',
      '{\n  "errors": [\n    {\n      "position": [  ],\n      "code": "instance not found",\n      "description": "Document not found."\n    }\n  ]\n}\n',
    ],
    // http.jsonl 58
    [
      '{"resource":[{"@ref":{"id":"1","collection":{"@ref":{"id":"c","collection":{"@ref":{"id":"collections"}}}}}},{"@ts":"2020-01-01T00:00:00Z"}]}',
      '{\n  "resource": [\n    {\n      "@ref": {\n        "id": "1",\n        "collection": {\n          "@ref": {\n            "id": "c",\n            "collection": { "@ref": { "id": "collections" } }\n          }\n        }\n      }\n    },\n    { "@ts": "2020-01-01T00:00:00Z" }\n  ]\n}\n',
    ],
    ['{"a":"x  \\"}]  y"}', '{ "a": "x \\"}] y" }\n'],
    // One scalar member stays on its line however long it is.
    [`["${'x'.repeat(80)}"]`, `[ "${'x'.repeat(80)}" ]\n`],
  ])('lays %s out as the database does', (compact, laidOut) => {
    expect(pretty(compact)).toBe(laidOut);
  });
});
