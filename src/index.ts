/**
 * The public interface: everything that the command line is made of. Read `run` first.
 */
export { run } from './run/run.ts';
export type { RunSettings } from './run/run-settings.ts';
export type { Opening, Participant } from './run/participant.ts';
export { generators } from './run/generate/generators.ts';
export { scenarios, fql, type Expected, type Property, type Scenario, type Step } from './scenario/index.ts';

export { embeddedBackend, startEmbedded, type EmbeddedOptions } from './backend/index.ts';
export type { Backend, Exchange, RunningBackend, Witness } from './backend/backend.ts';

export {
  doctor,
  loadManifest,
  loadManifests,
  manifestSchema,
  openDriver,
  openSession,
  prepare,
  prepareAll,
  recordedSession,
  recording,
  sessionOf,
  shimProtocolSchema,
  startProcess,
  type Answer,
  type Hello,
  type Manifest,
  type Preparation,
  type Question,
  type Session,
} from './driver/index.ts';

export {
  formatOf,
  formats,
  UnprintableValue,
  variants,
  type About,
  type Format,
  type Leniency,
  type PrintedError,
  type Reading,
  type Releases,
} from './format/index.ts';
export {
  parse,
  print,
  recognize,
  recognizeErrors,
  UnknownFormat,
  type ErrorRecognition,
  type Fit,
  type Parsed,
  type Recognition,
} from './recognize/index.ts';
export {
  build,
  firstDifference,
  fromTagged,
  fromWire,
  inGeneration,
  readJson,
  show,
  toTagged,
  toWire,
  writeJson,
  type Difference,
  type Generation,
  type Json,
  type Value,
} from './value/index.ts';

export { ledgerOf, type Ledger } from './ledger/ledger.ts';
export type { Cell, Fate } from './ledger/cell.ts';
export { kinds } from './ledger/kinds.ts';
export { prove, type ProveSettings } from './prove/prove.ts';
export type { LiveDriver } from './prove/live-driver.ts';
export { proofJsonSchema, type Proof } from './prove/proof.ts';

export { auditPage } from './audit/audit-page.ts';
export type { AuditedSample, PageAudit } from './audit/audited.ts';
export type { AuditFinding } from './audit/finding.ts';
export type { Page } from './audit/page.ts';
export { pagesOf } from './audit/files/pages.ts';
export { blocksOf, rewritePage } from './samples/rewrite-page.ts';
export { takeSamples } from './samples/take-samples.ts';
export type { Samples, Subject, Tab } from './samples/sample.ts';

export { knownDivergences, type KnownDivergence, type KnownDivergences } from './verdict/known.ts';
export type { RunRecord } from './verdict/record.ts';
export { VERDICTS, type Check, type Result, type Verdict } from './verdict/verdict.ts';
export { renderHtml } from './report/html/render-html.tsx';
export { renderRunJson } from './report/run-json.ts';
export { renderTerminal } from './report/terminal.ts';
