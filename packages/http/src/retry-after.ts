/**
 * How long a server asks to wait, in milliseconds from `now`, from a `Retry-After` header in seconds or as an HTTP date
 * (RFC 9110 section 10.2.3), or from the finer `retry-after-ms` that some vendors send beside it.
 * Undefined without the header or when it makes no sense; a date in the past is 0.
 */
export function retryAfterMs(headers: Pick<Headers, 'get'>, now: number): number | undefined {
  const finer = headers.get('retry-after-ms')?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(finer)) return Math.ceil(Number(finer));
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
