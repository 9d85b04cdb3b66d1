import { Client } from 'pg';

/** Does something over one connection to a server. */
export async function onServer<Result>(url: string, task: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await task(client);
  } finally {
    await client.end();
  }
}
