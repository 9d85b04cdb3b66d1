import type { CallAsset } from '../run/provider.ts';

/** A small stored file as a transport gets it in tests; its bytes name it. */
export function callAsset(name: string, fields: Partial<CallAsset> = {}): CallAsset {
  const bytes = new TextEncoder().encode(`bytes of ${name}`);
  return {
    id: name,
    key: `k/${name}`,
    account: null,
    test: false,
    runId: null,
    createdAt: 0,
    kind: 'image',
    mediaType: 'image/png',
    size: bytes.length,
    sha256: '0'.repeat(64),
    width: 8,
    height: 8,
    seconds: null,
    open: () => Promise.resolve(new Blob([bytes]).stream()),
    ...fields,
  };
}
