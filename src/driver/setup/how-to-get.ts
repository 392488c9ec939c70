import type { HowToGet } from '../manifest.ts';

/** How to get something on this machine; on a system that the manifest does not name, all that it knows. */
export function howToGet(get: HowToGet, platform: NodeJS.Platform = process.platform): string {
  if (typeof get === 'string') return get;
  if (platform === 'linux' || platform === 'darwin' || platform === 'win32') return get[platform];
  return `Linux: ${get.linux}; macOS: ${get.darwin}; Windows: ${get.win32}`;
}
