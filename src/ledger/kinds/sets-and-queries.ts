import { arbitraryQuery } from '../../expect/arbitrary/query.ts';
import { arbitrarySet } from '../../expect/arbitrary/set.ts';
import { wire, type Kind } from '../kind.ts';

const INDEX = '{"@ref":{"id":"i","collection":{"@ref":{"id":"indexes"}}}}';
const USERS = '{"@ref":{"id":"users","collection":{"@ref":{"id":"collections"}}}}';
const USER = `{"@ref":{"id":"1","collection":${USERS}}}`;
const MATCH = `{"@set":{"match":${INDEX},"terms":"x"}}`;
const OTHER = `{"@set":{"match":${INDEX},"terms":"y"}}`;

export const setsAndQueries: readonly Kind[] = [
  {
    name: 'set',
    about: 'sets of every operator, with terms of every kind',
    directed: wire(
      `{"@set":{"match":${INDEX}}}`,
      MATCH,
      `{"@set":{"match":${INDEX},"terms":[]}}`,
      `{"@set":{"match":${INDEX},"terms":["x"]}}`,
      `{"@set":{"match":${INDEX},"terms":[["x"]]}}`,
      `{"@set":{"match":${INDEX},"terms":["x","y"]}}`,
      `{"@set":{"match":${INDEX},"terms":["x\\", \\"y"]}}`,
      `{"@set":{"match":${INDEX},"terms":["it's"]}}`,
      `{"@set":{"match":${INDEX},"terms":{"a":1}}}`,
      `{"@set":{"match":${INDEX},"terms":[true,null,${USER}]}}`,
      `{"@set":{"documents":${USERS}}}`,
      `{"@set":{"singleton":${USER}}}`,
      `{"@set":{"events":${USER}}}`,
      `{"@set":{"union":[${MATCH},${OTHER}]}}`,
      `{"@set":{"intersection":[${MATCH},${OTHER}]}}`,
      `{"@set":{"difference":[${MATCH},${OTHER}]}}`,
      `{"@set":{"distinct":${MATCH}}}`,
      `{"@set":{"reverse":${MATCH}}}`,
      `{"@set":{"range":${MATCH},"from":"a"}}`,
      `{"@set":{"range":${MATCH},"to":"a"}}`,
      `{"@set":{"range":${MATCH},"from":"a","to":"b"}}`,
      `{"@set":{"join":${MATCH},"with":${INDEX}}}`,
      `{"@set":{"filter":{"lambda":"x","expr":true},"collection":${MATCH}}}`,
    ),
    arbitrary: arbitrarySet({ ownDatabases: false }),
    concerns: ['set', 'opaque'],
  },
  {
    name: 'query',
    about: 'lambdas',
    directed: wire(
      '{"@query":{"lambda":"x","expr":{"var":"x"}}}',
      '{"@query":{"api_version":"4","lambda":"x","expr":{"var":"x"}}}',
      '{"@query":{"lambda":["a","b"],"expr":{"add":[{"var":"a"},{"var":"b"}]}}}',
      '{"@query":{"lambda":"x","expr":1}}',
      '{"@query":{"lambda":"x","expr":"1"}}',
      '{"@query":{"lambda":"x","expr":1.0}}',
      '{"@query":{"lambda":"x","expr":true}}',
      '{"@query":{"lambda":"x","expr":null}}',
      '{"@query":{"lambda":"x","expr":"null"}}',
      '{"@query":{"lambda":"x","expr":{"do":[1,2]}}}',
      '{"@query":{"lambda":"x","expr":{"do":1,"x":2}}}',
      '{"@query":{"lambda":"x","expr":"a\\", \\"b"}}',
      '{"@query":{"lambda":"x","expr":{"object":{"a":1}}}}',
      `{"@query":{"lambda":"x","expr":{"get":${USER}}}}`,
      '{"@query":{"lambda":"x","expr":{"@date":"2018-01-02"}}}',
    ),
    arbitrary: arbitraryQuery({ ownDatabases: false }),
  },
];
