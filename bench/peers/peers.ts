/** A peer, or a set of our own packages, that is installed alone: what npm is asked for, and our packages that are packed for it. */
export interface Peer {
  readonly npm: Readonly<Record<string, string>>;
  /** Names of our packages, without their scope. */
  readonly ours?: readonly string[];
}

/** Everything that is measured, by the name of its folder. Versions are exact, so that figures can be had again. */
export const peers = {
  portkey: { npm: { '@portkey-ai/gateway': '1.15.2' } },
  openai: { npm: { openai: '7.59.0' } },
  'ai-sdk': { npm: { ai: '7.0.173', '@ai-sdk/openai': '4.0.118', '@ai-sdk/openai-compatible': '3.0.92' } },
  wavespeed: { npm: { wavespeed: '0.3.2' } },
  replicate: { npm: { replicate: '1.4.0' } },
  fal: { npm: { '@fal-ai/client': '1.10.1' } },
  fetch: { npm: {} },
  // The programs of `bench/callers`: all of them, and what they need to convert masks.
  callers: {
    npm: { openai: '7.59.0', ai: '7.0.173', '@ai-sdk/openai': '4.0.118', wavespeed: '0.3.2', sharp: '0.35.5' },
  },
  'ours-openai': { npm: {}, ours: ['core', 'http', 'provider-generate', 'provider-edit', 'vendor-openai', 'assets'] },
  'ours-wavespeed': { npm: {}, ours: ['core', 'http', 'provider-generate', 'vendor-wavespeed'] },
} as const satisfies Readonly<Record<string, Peer>>;

/** The name of a {@link Peer}. */
export type PeerName = keyof typeof peers;
