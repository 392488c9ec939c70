import { serve } from './serve.ts';

// What a container of the project's image runs: everything that can be set comes from the environment, as images go.
const port = Number(process.env.PORT ?? '8443');
await serve({
  port,
  host: '0.0.0.0',
  secret: process.env.FAUNA_ROOT_KEY ?? 'secret',
  jwks: process.env.JWKS_FILE,
});
