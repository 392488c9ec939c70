// Starts the server in a container. Node.js reads TypeScript by itself, but the newer syntax in it only from 24 on.
if (Number.parseInt(process.versions.node, 10) < 24) (await import('tsx/esm/api')).register();
await import('./image.ts');
