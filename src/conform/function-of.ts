import type { RecordedRequest, TemplateRequest } from './recording.ts';

/** What a request exercises: the outermost function of its query, `(literal)`, or its method and path. */
export function functionOf(request: RecordedRequest | TemplateRequest): string {
  const text = request.kind === 'template' ? request.text : request.body?.subarray(0, 200).toString('utf8');
  if (request.kind === 'recorded' && (request.method !== 'POST' || request.path !== '/'))
    return `${request.method} ${request.path.replace(/[?].*/, '')}`;
  const key = /^\s*\{\s*"([^"]+)"/.exec(text ?? '')?.[1];
  return key ?? '(literal)';
}
