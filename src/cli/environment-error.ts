import { KeyFileError } from '../backend/auth/jwt/key-file.ts';
import { ContainerError } from '../backend/container/container-error.ts';
import { PortTakenError } from '../backend/serve/port-taken-error.ts';
import { UnreachableError } from '../backend/unreachable-error.ts';
import { NoServerError } from '../conform/check-server.ts';
import { RecordingError } from '../conform/recording-error.ts';
import { BackendFailure } from '../run/ask-backend.ts';

/** Errors of what printproof needs to be there; their messages say what it is, whose move it is and what to do. */
const ENVIRONMENT_ERRORS = [
  ContainerError,
  KeyFileError,
  PortTakenError,
  UnreachableError,
  NoServerError,
  RecordingError,
  BackendFailure,
];

/** Whether an error is the environment's: told without a stack. */
export function isEnvironmentError(cause: unknown): cause is Error {
  return ENVIRONMENT_ERRORS.some((kind) => cause instanceof kind);
}
