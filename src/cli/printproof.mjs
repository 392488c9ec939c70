#!/usr/bin/env node
// The command `printproof`: loads the TypeScript sources through tsx, so that there is no build to forget.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./main.ts');
await main(process.argv);
