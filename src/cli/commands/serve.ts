import { Command, InvalidArgumentError, Option } from 'commander';
import { serve, type ServeOptions } from '../../backend/serve/serve.ts';

/** `printproof serve`: the embedded database stand-alone, until a signal stops it. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('run the database stand-alone; prints its endpoint as one line')
    .option('--port <number>', 'port to listen on; 0 takes a free one', port, 8443)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .addOption(new Option('--secret <secret>', 'root secret').default('secret').env('FAUNA_ROOT_KEY'))
    .option('--jwks <file>', 'public keys of access providers: a JSON object from jwks_uri to key set')
    .option('--quiet', 'print nothing')
    .action((flags: ServeOptions) => serve(flags));
}

function port(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw new InvalidArgumentError('It must be 0 to 65535.');
  return Number(value);
}
