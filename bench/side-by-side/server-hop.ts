import type { Load, LoadResult } from './load.ts';
import { watchProcess } from './process-cost.ts';
import type { Row } from './row.ts';
import { type ServerSubject, startFloor, startOurs, startPortkey } from './servers.ts';
import { type Stage, withAll } from './stage.ts';
import { inTurns } from './statistics.ts';
import { statementsFloor } from './statements-floor.ts';

/** What a server between caller and vendor costs: added time of a picture of 1 MB and of 1 KB, and pictures a second. */
export async function serverHop(stage: Stage): Promise<readonly Row[]> {
  const { upstream } = stage;
  return withAll(
    {
      floor: () => startFloor(upstream),
      portkey: () => startPortkey(upstream),
      embedded: () => startOurs(upstream, { database: 'embedded' }),
      postgres: () => startOurs(upstream, { database: 'postgres' }),
    },
    (subjects) => measure(stage, subjects),
  );
}

type Subjects = Readonly<Record<'floor' | 'portkey' | 'embedded' | 'postgres', ServerSubject>>;

async function measure(stage: Stage, subjects: Subjects): Promise<readonly Row[]> {
  const { upstream, full } = stage;
  const [rounds, ms] = full ? [7, 2_000] : [3, 700];
  const direct = { url: upstream, headers: {}, model: 'gpt-image-2' };
  const named = { direct, ...subjects };
  const times = async (prompt: string, inFlight: number, value: (result: LoadResult) => number) => {
    stage.say(`server hop: ${prompt}, ${inFlight} in flight`);
    const measured = Object.entries(named).map(
      ([name, subject]) =>
        [
          name,
          async () => value(await asked(stage, subject, { prompt, inFlight, ms: inFlight === 1 ? ms : 3 * ms })),
        ] as const,
    );
    return inTurns(Object.fromEntries(measured) as Record<keyof typeof named, () => Promise<number>>, rounds);
  };
  // Everything loaded and compiled, and the first period of the ledger begun.
  await inTurns(
    Object.fromEntries(
      Object.entries(named).map(([name, subject]) => [
        name,
        async () => (await asked(stage, subject, { prompt: '1mb', inFlight: 4, ms: 1_200 })).p50,
      ]),
    ),
    1,
  );
  const p50 = ({ p50: time }: LoadResult) => time;
  const large = await times('1mb', 1, p50);
  const small = await times('1kb', 1, p50);
  const rate = await times('1mb', 16, ({ perSecond }) => perSecond);
  const cpu = await cpuOf(stage, subjects, { rounds, count: full ? 200 : 32 });
  const statements = await statementsFloor(full ? 8_000 : 2_500);
  const added = (found: typeof large, name: keyof typeof named) => found[name] - found.direct;
  const ours = (found: typeof large) => ({
    embedded: added(found, 'embedded'),
    PostgreSQL: added(found, 'postgres'),
  });
  return [
    {
      work: 'server hop, 1 MB image, added p50',
      unit: 'ms',
      ours: ours(large),
      peers: { Portkey: added(large, 'portkey') },
      floor: { name: 'node:http to a file', value: added(large, 'floor') },
      others: { 'direct, whole': large.direct },
      ratio: { must: 0.5, aim: 0.25 },
    },
    {
      work: '1 MB images a second, 16 in flight',
      unit: '/s',
      better: 'more',
      ours: { embedded: rate.embedded, PostgreSQL: rate.postgres },
      peers: { Portkey: rate.portkey },
      floor: { name: 'node:http to a file', value: rate.floor },
      others: { direct: rate.direct },
      ratio: { must: 3, aim: 4 },
    },
    {
      work: 'CPU of the server for a 1 MB image, 16 in flight',
      unit: 'ms',
      ours: { embedded: cpu.embedded, PostgreSQL: cpu.postgres },
      peers: { Portkey: cpu.portkey },
      floor: { name: 'node:http to a file', value: cpu.floor },
      note: 'without that of the PostgreSQL server; it bounds the images a second, and says more than those on a busy machine.',
    },
    {
      work: 'server hop, 1 KB image, added p50',
      unit: 'ms',
      ours: ours(small),
      peers: { Portkey: added(small, 'portkey') },
      floor: { name: 'node:http to a file', value: added(small, 'floor') },
      others: { 'statements, embedded': statements.embedded, 'statements, PostgreSQL': statements.postgres },
      ratio: { must: 2, aim: 1 },
      note: '"statements" is a whole run without HTTP, files and a decoded picture: what the durable database takes for its statements alone.',
    },
  ];
}

/** The processor time that each server takes for a picture, the median of rounds. */
async function cpuOf(
  stage: Stage,
  subjects: Subjects,
  { rounds, count }: { readonly rounds: number; readonly count: number },
): Promise<Record<keyof Subjects, number>> {
  stage.say('server hop: processor time');
  const costs = Object.entries(subjects).map(
    ([name, subject]) =>
      [
        name,
        async () => {
          const cost = await watchProcess(subject.pid);
          await asked(stage, subject, { prompt: '1mb', inFlight: 16, count });
          return (await cost()).cpuMs / count;
        },
      ] as const,
  );
  return inTurns(Object.fromEntries(costs) as Record<keyof Subjects, () => Promise<number>>, rounds);
}

/** Asks for pictures on OpenAI's wire. Throws when one was refused: a refusal is fast. */
async function asked(
  { load }: Stage,
  { url, headers, model }: Pick<ServerSubject, 'url' | 'headers' | 'model'>,
  { prompt, ...much }: { readonly prompt: string } & Pick<Load, 'inFlight' | 'ms' | 'count'>,
): Promise<LoadResult> {
  const json = { model, prompt: `${prompt} {n}`, n: 1 };
  const result = await load({ url: `${url}/v1/images/generations`, headers, json, ...much });
  if (result.refusal !== undefined || Object.keys(result.statuses).some((status) => status !== '200'))
    throw new Error(`${url} refused: ${JSON.stringify(result.statuses)} ${result.refusal ?? ''}`);
  return result;
}
