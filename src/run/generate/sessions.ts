import fc from 'fast-check';
import { z } from 'zod';
import { fql, type Expected, type Secret, type Seen, type Step } from '../../scenario/index.ts';
import { error, is, never, pageOf, same, token, value } from '../../scenario/properties.ts';
import { build, readJson, writeJson, type Json } from '../../value/index.ts';
import { EXPECTATIONS } from '../plan.ts';
import { VALUE_EXPECTATIONS } from './check-names.ts';
import type { Generator } from './generator.ts';

/** Two characters with a password and one without. */
const CHARACTERS = [
  { id: '1', password: 'abracadabra' },
  { id: '2', password: 'open sesame' },
  { id: '3', password: undefined },
] as const;

const who = z
  .number()
  .int()
  .min(0)
  .max(CHARACTERS.length - 1);
/** Counts the tokens of the sequence; taken modulo their number, so that every operation means something. */
const which = z.number().int().min(0);
const operation = z.discriminatedUnion('do', [
  z.object({ do: z.literal('log in'), who, right: z.boolean() }),
  z.object({ do: z.literal('identify'), who, right: z.boolean() }),
  z.object({ do: z.literal('create token'), who }),
  z.object({ do: z.literal('get token'), which }),
  z.object({ do: z.literal('delete token'), which }),
  z.object({ do: z.literal('log out'), which, all: z.boolean() }),
  z.object({ do: z.literal('who am I'), which }),
  z.object({ do: z.literal('list tokens') }),
]);
export type Operation = z.infer<typeof operation>;

const arbitraryWho = fc.nat({ max: CHARACTERS.length - 1 });
const arbitraryWhich = fc.nat({ max: 5 });
const arbitraryOperation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('log in'), who: arbitraryWho, right: fc.boolean() }) },
  fc.record({ do: fc.constant('identify'), who: arbitraryWho, right: fc.boolean() }),
  fc.record({ do: fc.constant('create token'), who: arbitraryWho }),
  fc.record({ do: fc.constant('get token'), which: arbitraryWhich }),
  fc.record({ do: fc.constant('delete token'), which: arbitraryWhich }),
  fc.record({ do: fc.constant('log out'), which: arbitraryWhich, all: fc.boolean() }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('who am I'), which: arbitraryWhich }) },
  fc.record({ do: fc.constant('list tokens') }),
);

/** Arbitrary sequences of sessions coming and going, checked against a model of who is logged in. */
export const generatedSessions: Generator<readonly Operation[]> = {
  name: 'generated-sessions',
  title: 'Arbitrary sequences of logging in and out, creating, getting and deleting tokens, against a model.',
  expectations: [...VALUE_EXPECTATIONS, EXPECTATIONS.token, EXPECTATIONS.raised, EXPECTATIONS.printedError],
  arbitrary: fc.array(arbitraryOperation, { minLength: 1, maxLength: 12 }),
  runs: 8,
  scenarioOf: (operations) => ({
    name: 'generated-sessions',
    title: '',
    setUp: [
      { name: 'characters', query: () => fql.CreateCollection({ name: 'characters', history_days: 30 }) },
      {
        name: 'people',
        query: () =>
          CHARACTERS.map(({ id, password }) =>
            fql.Create(character(id), password === undefined ? { data: {} } : { credentials: { password } }),
          ),
      },
    ],
    steps: stepsOf(operations),
  }),
  toJson: (operations) => {
    const reading = readJson(JSON.stringify(operations));
    return reading.ok ? reading.json : null;
  },
  fromJson: (json) => z.array(operation).parse(JSON.parse(writeJson(json))),
};

interface ModelToken {
  /** The step that made it. */
  readonly step: string;
  readonly owner: string;
  alive: boolean;
}

const character = (id: string) => fql.Ref(fql.Collection('characters'), id);
const refOfCharacter =
  (id: string) =>
  (seen: Seen): Json =>
    seen(
      'people',
      CHARACTERS.findIndex((one) => one.id === id),
      'ref',
    );
const unauthorized = error(401, 'unauthorized');
const refOf =
  (made: ModelToken) =>
  (seen: Seen): Json =>
    seen(made.step, 'ref');

/** Lives through the operations in the model, and gives each the answer that the model says it must get. */
function stepsOf(operations: readonly Operation[]): Step[] {
  const tokens: ModelToken[] = [];
  return operations.flatMap((one, index): Step[] => {
    const name = `${index + 1} ${one.do}`;
    if ('who' in one) return [withCharacter(one, name, tokens)];
    if (!('which' in one))
      return [
        {
          name,
          query: () => fql.Paginate(fql.Tokens()),
          answer: value(pageOf(tokens.filter(({ alive }) => alive).length)),
        },
      ];
    const made = tokens[one.which % Math.max(1, tokens.length)];
    return made === undefined ? [] : [withToken(one, name, made, tokens)];
  });
}

function withCharacter(one: Operation & { readonly who: number }, name: string, tokens: ModelToken[]): Step {
  const { id, password } = CHARACTERS[one.who] ?? CHARACTERS[0];
  const makes = (): void => void tokens.push({ step: name, owner: id, alive: true });
  const given = 'right' in one && one.right ? (password ?? 'none') : 'wrong';
  const right = given === password;
  switch (one.do) {
    case 'create token':
      makes();
      return {
        name,
        query: () => fql.Create(fql.Tokens(), { instance: character(id) }),
        answer: token(same(['instance'], refOfCharacter(id), 'its identity')),
      };
    case 'log in':
      if (right) makes();
      return {
        name,
        query: () => fql.Login(character(id), { password: given }),
        answer: right
          ? token(same(['instance'], refOfCharacter(id), 'its identity'))
          : error(400, 'authentication failed', { position: [] }),
      };
    default:
      return { name, query: () => fql.Identify(character(id), given), answer: is(build.bool(right)) };
  }
}

function withToken(
  one: Operation & { readonly which: number },
  name: string,
  made: ModelToken,
  tokens: readonly ModelToken[],
): Step {
  const as = (seen: Seen): Secret => {
    const secret = seen(made.step, 'secret');
    return { secret: typeof secret === 'string' ? secret : writeJson(secret) };
  };
  const wasAlive = made.alive;
  const unlessDead = (answer: Expected): Expected => (wasAlive ? answer : unauthorized);
  const notFound = error(404, 'instance not found', { description: 'Token not found.', position: [] });
  switch (one.do) {
    case 'get token':
      return {
        name,
        query: (seen) => fql.Get(refOf(made)(seen)),
        answer: wasAlive ? value(never('secret'), same(['ref'], refOf(made), "the token's ref")) : notFound,
      };
    case 'delete token':
      made.alive = false;
      return {
        name,
        query: (seen) => fql.Delete(refOf(made)(seen)),
        answer: wasAlive ? value(never('secret'), same(['ref'], refOf(made), "the token's ref")) : notFound,
      };
    case 'log out':
      if (wasAlive)
        for (const other of tokens)
          if (other === made || (one.all && other.owner === made.owner)) other.alive = false;
      return { name, as, query: () => fql.Logout(one.all), answer: unlessDead(is(build.bool(true))) };
    default:
      return {
        name,
        as,
        query: () => fql.CurrentIdentity(),
        answer: unlessDead(value(same([], refOfCharacter(made.owner), 'its identity'))),
      };
  }
}
