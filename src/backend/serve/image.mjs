// Starts the server in a container.
import { importCompiled } from '../../compiled.mjs';

await importCompiled('backend/serve/image.ts');
