#!/usr/bin/env node
// The command `printproof`.
import { importCompiled } from '../compiled.mjs';

const { main } = await importCompiled('cli/main.ts');
await main(process.argv);
