/** The reason phrase of a status line, as the database's HTTP library words it. */
export function reason(status: number): string {
  const known = REASONS.get(status);
  if (known !== undefined) return known;
  return status < 500 ? `Client Error (${String(status)})` : `Server Error (${String(status)})`;
}

const REASONS = new Map([
  [200, 'OK'],
  [201, 'Created'],
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [405, 'Method Not Allowed'],
  [408, 'Request Timeout'],
  [409, 'Conflict'],
  [410, 'Gone'],
  [413, 'Request Entity Too Large'],
  [429, 'Too Many Requests'],
  [500, 'Internal Server Error'],
  [503, 'Service Unavailable'],
]);
