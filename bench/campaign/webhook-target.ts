import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who is told how runs ended. */
export interface WebhookTarget {
  readonly url: string;
  /** Ids of the runs whose end was told and heard. */
  readonly told: ReadonlySet<string>;
  close(): void;
}

/** A receiver on loopback that refuses the first try of every seventh message. */
export async function startWebhookTarget(): Promise<WebhookTarget> {
  const told = new Set<string>();
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const id = String(request.headers['webhook-id']);
      const isNew = !seen.has(id);
      seen.add(id);
      if (isNew && seen.size % 7 === 0) return void response.writeHead(503).end();
      const { type, data } = JSON.parse(body) as { type: string; data: { id: string } };
      if (type.startsWith('run.')) told.add(data.id);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
