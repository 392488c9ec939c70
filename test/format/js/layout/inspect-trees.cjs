// What a Node.js itself prints for trees: the other side of every comparison with src/format/js/layout. It runs on Node.js 4
// and later, so it is written in the JavaScript of 2015.
'use strict';
const util = require('util');

/** The JavaScript value that a tree describes. */
function valueOf(tree) {
  if (tree === null || typeof tree !== 'object') return tree;
  switch (tree.kind) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(tree.text);
    case 'text':
      return hooked(tree.text);
    case 'array':
      return tree.items.map(valueOf);
    case 'bytes':
      return new Uint8Array(tree.bytes);
    default:
      return object(tree);
  }
}

/** An instance with both hooks, as the driver's classes have them from 2.1.0 on. */
function hooked(text) {
  class Hooked {
    inspect() {
      return text;
    }
  }
  if (util.inspect.custom) Hooked.prototype[util.inspect.custom] = Hooked.prototype.inspect;
  return new Hooked();
}

function object(tree) {
  const made = tree.className === undefined ? {} : Object.create(prototypeOf(tree.className));
  for (const entry of tree.entries)
    // Assigning to `__proto__` would change the prototype.
    Object.defineProperty(made, entry[0], {
      value: valueOf(entry[1]),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return made;
}

function prototypeOf(className) {
  if (className === null) return null;
  const made = function () {};
  Object.defineProperty(made, 'name', { value: className });
  return made.prototype;
}

/** `util.inspect` to a depth (`null`: to any), or what `console.log` writes where there is none. */
function textOf(value, depth) {
  return depth === undefined ? util.format(value) : util.inspect(value, { depth });
}

module.exports = { valueOf, textOf };
