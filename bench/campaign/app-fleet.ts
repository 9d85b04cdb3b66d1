import { join } from 'node:path';
import { createCallers } from './app-callers.ts';
import { createAppClient } from './app-client.ts';
import { type AppProcess, type AppSettings, startApp } from './app-process.ts';
import { bucketName } from './bucket-process.ts';
import { type ClockSettings, createFastClock } from './fast-clock.ts';
import type { Fleet } from './fleet.ts';
import { freePort, type Ground } from './ground.ts';
import { account } from './messages.ts';
import { reportOf } from './report.ts';
import type { Lifetime, ResumeWatch } from './resume-watch.ts';
import { startWebhookTarget } from './webhook-target.ts';

const adminKey = 'the-key-of-the-campaign';
const roles = ['api', 'api', 'worker', 'worker'] as const;

interface Seat {
  readonly settings: AppSettings;
  app: AppProcess | undefined;
  life: Lifetime;
  /** Nobody but us may end it now. */
  expected: boolean;
}

/** Two API nodes and two workers of the app itself, and callers who ask over HTTP and come again when no answer comes. */
export async function startAppFleet(
  ground: Ground,
  {
    folder,
    clock: settings,
    watch,
  }: { readonly folder: string; readonly clock: ClockSettings; readonly watch: ResumeWatch },
): Promise<Fleet> {
  const clock = createFastClock(settings);
  const target = await startWebhookTarget();
  const ports = await Promise.all(roles.map(freePort));
  const urls = ports.slice(0, roles.filter((role) => role === 'api').length).map((port) => `http://127.0.0.1:${port}`);
  const diedAlone: string[] = [];
  const faults = new Map<string, number>();
  const busy = new Set<Promise<void>>();
  const stopping = new AbortController();
  const starting = { api: Promise.resolve(), worker: Promise.resolve() };
  const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);

  const seats = roles.map((role, index): Seat => {
    const name = `${role}${index}`;
    const environment = environmentOf(ground, { publicUrl: urls[0]!, hook: target.url, data: join(folder, name) });
    return {
      settings: { name, role, port: ports[index]!, environment, clock: settings },
      app: undefined,
      life: { from: 0, until: 0 },
      expected: false,
    };
  });

  /** One worker after the other: an owner's time of birth tells whose it is. API nodes drive nothing. */
  function begin(seat: Seat): Promise<void> {
    const { role } = seat.settings;
    const begun = starting[role].then(async () => {
      for (let tries = 1; !stopping.signal.aborted; tries++) {
        const from = clock.now();
        const app = await startApp(seat.settings).catch((error: unknown) => error as Error);
        // A database or a bucket that is cut off at that moment does not let a node in; its keeper starts it again.
        if (app instanceof Error && tries < 20) continue;
        if (app instanceof Error) throw app;
        Object.assign(seat, { app, life: { from, until: clock.now() }, expected: false });
        void app.child.ended.then(() => seat.app === app && !seat.expected && revive(seat, app));
        return;
      }
    });
    starting[role] = begun.catch(() => {});
    return begun;
  }

  function revive(seat: Seat, { child }: AppProcess): void {
    diedAlone.push(`${seat.settings.name}: ${child.errors().slice(-600)}`);
    seat.app = undefined;
    busily(begin(seat));
  }

  async function end(seat: Seat, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { app, life } = seat;
    // What is being started is left alone.
    if (app === undefined || seat.expected) return;
    seat.expected = true;
    app.child.kill(signal);
    if (signal === 'SIGTERM') app.child.kill('SIGCONT');
    await app.child.ended;
    seat.app = undefined;
    if (signal === 'SIGKILL' && seat.settings.role === 'worker') await watch.died(life);
    busily(begin(seat));
  }

  const busily = (work: Promise<void>) => {
    const done = work.catch((error: unknown) => count(faults, error instanceof Error ? error.message : 'unknown'));
    const tracked: Promise<void> = done.then(() => void busy.delete(tracked));
    busy.add(tracked);
  };

  await Promise.all(seats.map(begin));
  const client = createAppClient(await introduce(urls[0]!, target.url));
  const callers = createCallers({ client, urls, lost: (why) => count(faults, `no answer: ${why}`) });

  return {
    size: seats.length,
    ...callers,
    told: target.told,
    diedAlone,
    resumes: watch.times,
    faults,
    ask: (act) => busily(callers.serve(act)),
    kill: (node) => end(seats[node]!, 'SIGKILL'),
    deploy: (node) => end(seats[node]!, 'SIGTERM'),
    freeze: (node, forMs) => {
      const child = seats[node]?.app?.child;
      child?.kill('SIGSTOP');
      if (child) busily(pause(forMs).then(() => child.kill('SIGCONT')));
    },
    jump: (node, byMs) => seats[node]?.app?.jump(byMs),
    report: () => reportOf(ground.view!.journal, clock.now()),
    stop: async () => {
      await Promise.all(busy);
      stopping.abort();
      await Promise.all(
        seats.map(async (seat) => {
          seat.expected = true;
          seat.app?.child.kill('SIGTERM');
          await seat.app?.child.ended;
        }),
      );
      target.close();
    },
  };
}

function environmentOf(
  { database, sandbox, bucket }: Ground,
  { publicUrl, hook, data }: { readonly publicUrl: string; readonly hook: string; readonly data: string },
): Record<string, string> {
  return {
    IMAGE_STUDIO_DATA: data,
    DATABASE_URL: 'url' in database ? database.url : '',
    STORAGE_URL: `s3://${bucketName}?endpoint=${bucket?.url}`,
    AWS_ACCESS_KEY_ID: 'S3RVER',
    AWS_SECRET_ACCESS_KEY: 'S3RVER',
    IMAGE_STUDIO_ADMIN_KEY: adminKey,
    IMAGE_STUDIO_SECRET: 'the-secret-of-the-campaign',
    IMAGE_STUDIO_SANDBOX_URL: sandbox.url,
    IMAGE_STUDIO_PUBLIC_URL: publicUrl,
    IMAGE_STUDIO_WEBHOOK_ORIGINS: hook,
  };
}

/** Makes the account with a key and a webhook, as an operator and a customer would. */
async function introduce(url: string, hook: string): Promise<string> {
  const post = async (path: string, key: string, body: unknown): Promise<{ readonly key: string }> => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} was refused: ${await answer.text()}`);
    return (await answer.json()) as { readonly key: string };
  };
  const { key } = await post('/v1/admin/keys', adminKey, { account, test: true });
  await post('/v1/webhooks', key, { url: hook, events: ['*'] });
  return key;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
