import type { Micros } from '@image-studio/core';
import type { Http } from '@image-studio/http';
import * as z from 'zod';

/** One credit is one US cent. */
const microsPerCredit = 10_000;

const account = z.object({ credits: z.number() });

/** What is left on the account. */
export async function balance(http: Http, signal?: AbortSignal): Promise<Micros> {
  const parse = (body: unknown) => account.parse(body);
  const { credits } = await http.json({ path: 'v1/user/balance', signal, parse });
  return Math.round(credits * microsPerCredit);
}
