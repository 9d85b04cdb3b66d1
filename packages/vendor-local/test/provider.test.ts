import { describe, expect, it } from 'vitest';
import { createLocal } from '../src/index.ts';
import { callOf, sample } from './pictures.ts';

const png = await sample().png().toBuffer();

describe('this machine as a vendor', () => {
  const provider = createLocal();

  it('refuses a model that it does not have', async () => {
    const call = { ...(await callOf(png, {})), endpoint: 'lanczos9' };
    await expect(provider.start(call)).rejects.toMatchObject({
      code: 'unknown_model',
      failure: 'refused',
      billed: 'no',
    });
  });

  it('does not begin when it was told to stop, and may be asked again', async () => {
    const call = { ...(await callOf(png, {})), signal: AbortSignal.abort() };
    await expect(provider.start(call)).rejects.toMatchObject({ code: 'canceled', failure: 'never_sent', billed: 'no' });
  });

  it('may be asked again when storage failed', async () => {
    const call = await callOf(png, {});
    const open = () => Promise.reject(new Error('disk'));
    const failing = { ...call, asset: (id: string) => ({ ...call.asset(id), open }) };
    await expect(provider.start(failing)).rejects.toMatchObject({ code: 'internal', failure: 'never_sent' });
  });

  it('has no addresses', async () => {
    const { signal } = new AbortController();
    await expect(provider.open({ url: 'https://example.com' }, { maxBytes: 1, signal })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('takes nothing for its work', async () => {
    expect(await provider.start(await callOf(png, {}))).toMatchObject({ state: 'done', reported: { costMicros: 0 } });
  });
});
