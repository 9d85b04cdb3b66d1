import { readFile, rename, writeFile } from 'node:fs/promises';
import OpenAI from 'openai';

const client = new OpenAI({ apiKey: 'sandbox', baseURL: `${process.env.SANDBOX}/openai`, maxRetries: 0 });
const generate = async (request) => {
  const { data } = await client.images.generate({ model: 'gpt-image-2', ...request });
  return Buffer.from(data[0].b64_json, 'base64');
};
// US dollars by quality, from the vendor's page; words and other sizes would have to be added.
const prices = { low: 0.006, medium: 0.053, high: 0.211 };
const limit = 0.02;
const ledger = process.env.DATA;
const month = () => new Date().toISOString().slice(0, 7);
const read = async () => JSON.parse(await readFile(ledger, 'utf8').catch(() => '{}'));
let queue = Promise.resolve();

/** One change after the other, so that two requests do not both see the same money. */
function change(work) {
  const next = queue.then(async () => {
    const books = await read();
    const result = work(books);
    await writeFile(`${ledger}.new`, JSON.stringify(books));
    await rename(`${ledger}.new`, ledger);
    return result;
  });
  queue = next.catch(() => {});
  return next;
}

async function generateFor(user, request) {
  const price = prices[request.quality] * (request.n ?? 1);
  const key = `${user} ${month()}`;
  await change((books) => {
    const spent = books[key] ?? 0;
    if (spent + price > limit) throw new Error('budget exceeded');
    books[key] = spent + price;
  });
  try {
    return await generate(request);
  } catch (error) {
    // Only what was surely refused is given back: anything else may have been billed.
    const status = error.status ?? error.statusCode;
    if (status >= 400 && status < 500 && status !== 408 && status !== 409)
      await change((books) => void (books[key] -= price));
    throw error;
  }
}

const request = { prompt: 'a harbour', quality: 'low' };
const results = await Promise.allSettled(Array.from({ length: 8 }, () => generateFor('ann', request)));
const made = results.flatMap(({ value }) => (value ? [value] : []));
await writeFile(process.env.OUT, made[0]);
process.stdout.write(`${made.length} made, ${results.length - made.length} refused\n`);
