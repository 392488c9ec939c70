/** Driver sessions and set-up: see `driver.ts`. */
export type { Answer, Hello, Question, Session } from './driver.ts';
export { startProcess } from './channel/start-process.ts';
export { describeBreakdown } from './describe-breakdown.ts';
export { doctor } from './doctor.ts';
export { manifestSchema, type Manifest } from './manifest.ts';
export { openDriver } from './open-driver.ts';
export { shimProtocolSchema } from './protocol/shim-protocol-schema.ts';
export { renderDoctor } from './render-doctor.ts';
export { openSession } from './session/open-session.ts';
export { recordedSession, recording } from './session/recorded-session.ts';
export { sessionOf } from './session/session-of.ts';
export type { Progress } from './setup/build-driver.ts';
export { loadManifest, loadManifests, ManifestError, type DriverFolder } from './setup/load-manifest.ts';
export type { Preparation } from './setup/preparation.ts';
export { prepare, prepareAll } from './setup/prepare.ts';
