/** Driver sessions and set-up: see `driver.ts`. */
export type { Answer, Breakdown, Hello, Question, Raised, Session } from './driver.ts';
export type { Launch, ShimProcess } from './channel/shim-process.ts';
export { startProcess, type StartCommand } from './channel/start-process.ts';
export { describeBreakdown } from './describe-breakdown.ts';
export { doctor, type Diagnosis } from './doctor.ts';
export { manifestSchema, type Manifest } from './manifest.ts';
export { openDriver } from './open-driver.ts';
export { shimProtocolSchema } from './protocol/shim-protocol-schema.ts';
export { renderDoctor } from './render-doctor.ts';
export { DEFAULT_LIMITS, type SessionLimits } from './session/limits.ts';
export { openSession, type ExpectedDriver, type SessionOpening } from './session/open-session.ts';
export { recordedSession, recording, type Exchange } from './session/recorded-session.ts';
export { sessionOf, type Handler } from './session/session-of.ts';
export type { Progress } from './setup/build-driver.ts';
export { loadManifest, loadManifests, ManifestError, type DriverFolder } from './setup/load-manifest.ts';
export {
  describePreparation,
  type Broken,
  type Missing,
  type Preparation,
  type Ready,
  type Unavailable,
} from './setup/preparation.ts';
export { prepare, prepareAll, type PrepareSettings } from './setup/prepare.ts';
