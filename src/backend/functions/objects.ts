/** Objects (spec 4.11): `merge`. */
import { applyLambda } from '../eval/evaluate.ts';
import { documentObject } from './document-object.ts';
import { expected } from '../eval/argument-errors.ts';
import { form, type Form, type Param } from './form.ts';
import { lambda, required, zeroOrMore } from './casts.ts';
import { Obj } from '../data/obj.ts';
import { ScalaMap } from './scala-map.ts';
import type { Data } from '../data/data.ts';

const objectOrDocument: Param<Obj> = required((value, position) => {
  const object = documentObject(value);
  if (object === undefined) throw expected(position, ['Object'], value);
  return object;
});

export const objectForms: readonly Form[] = [
  form({
    params: { merge: objectOrDocument, with: zeroOrMore(objectOrDocument), lambda },
    run: (args, context, position) =>
      mergeAll(args.merge, args.with, (key, left, right) =>
        applyLambda(args.lambda, [key, left, right], position.at('lambda'), context),
      ),
  }),
  form({
    params: { merge: objectOrDocument, with: zeroOrMore(objectOrDocument) },
    run: (args) => mergeAll(args.merge, args.with, (_key, _left, right) => right),
  }),
];

/** Gives what stands under a key that the right side has; `null`: nothing does. */
type Choose = (key: string, left: Data, right: Data) => Data;

function mergeAll(first: Obj, others: readonly Obj[], choose: Choose): Obj {
  return others.reduce((left, right) => mergeTwo(left, right, choose), first);
}

function mergeTwo(left: Obj, right: Obj, choose: Choose): Obj {
  const merged = new ScalaMap(left.entries);
  for (const [key, value] of new ScalaMap(right.entries).entries()) {
    const chosen = choose(key, merged.get(key) ?? null, value);
    if (chosen === null) merged.delete(key);
    else merged.set(key, chosen);
  }
  return new Obj(merged.entries());
}
