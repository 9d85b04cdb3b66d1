import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { folderOf } from '../peers/install.ts';
import { freePort, startProgram } from '../side-by-side/program.ts';
import { markdown } from '../side-by-side/table.ts';
import { countLines } from './count-lines.ts';
import { type Task, tasks, type Writer, writers } from './tasks.ts';

/** A task as each writer does it: lines of code, or why not. */
export interface TaskRow {
  readonly task: string;
  readonly lines: Partial<Record<Writer, number>>;
  readonly gaps: string;
}

const root = dirname(dirname(import.meta.dirname));

/** Runs every program against the sandbox in a process of its own, and counts its lines. Throws when one does not make its file. */
export async function runTasks(say: (line: string) => void): Promise<readonly TaskRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-callers-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const sandbox = await startProgram(['packages/sandbox/src/main.ts', '--port', String(port), '--image-ms', '2500'], {
    cwd: root,
    ready: `${url}/api/v3/models`,
  });
  try {
    const mask = join(folder, 'mask.png');
    await sharp({ create: { width: 256, height: 256, channels: 3, background: '#000' } })
      .composite([
        { input: { create: { width: 128, height: 128, channels: 3, background: '#fff' } }, left: 64, top: 64 },
      ])
      .resize(...(await photoSize()), { fit: 'fill' })
      .png()
      .toFile(mask);
    const rows: TaskRow[] = [];
    for (const task of tasks) {
      const lines: Partial<Record<Writer, number>> = {};
      for (const writer of writers) {
        if (task.gaps[writer] === undefined) continue;
        say(`task: ${task.what}, with ${writer}`);
        const data = join(folder, `${writer}-${task.name}`);
        await mkdir(data, { recursive: true });
        const program = await placed(writer, task);
        const out = join(data, 'result');
        const env = {
          SANDBOX: url,
          PHOTO: photo,
          MASK: mask,
          OUT: out,
          DATA: task.name === 'user-budget' && writer !== 'ours' ? join(data, 'ledger.json') : data,
        };
        if (task.isKilled) await killedOnce(program, env);
        else await runProgram(program, env);
        if ((await stat(out)).size === 0) throw new Error(`${writer}/${task.name} made an empty file`);
        lines[writer] = countLines(await readFile(sourceOf(writer, task), 'utf8'));
      }
      rows.push({ task: task.what, lines, gaps: gapsOf(task) });
    }
    return rows;
  } finally {
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The rows as a table. */
export function taskTable(rows: readonly TaskRow[]): string {
  const lines = rows.map(({ task, lines, gaps }) => [
    task,
    ...writers.map((writer) => String(lines[writer] ?? 'not possible')),
    gaps,
  ]);
  return markdown(['task, in lines of code', ...writers, 'what the peers’ programs lack'], lines);
}

const photo = join(root, 'examples/samples/photo.jpg');

async function photoSize(): Promise<[number, number]> {
  const { width, height } = await sharp(photo).metadata();
  return [width, height];
}

function gapsOf({ gaps }: Task): string {
  const said = Object.entries(gaps).filter(([, gap]) => gap !== '');
  const same = new Set(said.map(([, gap]) => gap)).size === 1;
  return same ? (said[0]?.[1] ?? '') : said.map(([writer, gap]) => `${writer}: ${gap}`).join('; ');
}

const sourceOf = (writer: Writer, { name }: Task) =>
  join(import.meta.dirname, writer, `${name}.${writer === 'ours' ? 'ts' : 'mjs'}`);

/** A peer's program runs where the peer is installed. */
async function placed(writer: Writer, task: Task): Promise<string> {
  if (writer === 'ours') return sourceOf(writer, task);
  const path = join(folderOf('callers'), `${writer}-${task.name}.mjs`);
  await cp(sourceOf(writer, task), path);
  return path;
}

type Environment = Readonly<Record<'SANDBOX' | 'PHOTO' | 'MASK' | 'OUT' | 'DATA', string>>;

/** Kills a program as soon as the vendor was paid, starts it again, and looks whether the vendor was paid once. */
async function killedOnce(program: string, env: Environment): Promise<void> {
  const before = await balanceAt(env.SANDBOX);
  const first = start(program, env);
  const isOver = () => first.child.exitCode !== null;
  while (!isOver() && (await balanceAt(env.SANDBOX)) === before) await sleep(20);
  // Time to write down what was answered; the job goes on for longer.
  await sleep(400);
  if (isOver()) throw new Error(`${program} ended before it could be killed:\n${first.said()}`);
  first.child.kill('SIGKILL');
  await first.ended;
  const once = await balanceAt(env.SANDBOX);
  await runProgram(program, env);
  if ((await balanceAt(env.SANDBOX)) !== once) throw new Error(`${program} paid twice`);
}

async function balanceAt(sandbox: string): Promise<number> {
  const answer = await fetch(`${sandbox}/api/v3/balance`, { headers: { authorization: 'Bearer sandbox' } });
  return ((await answer.json()) as { data: { balance: number } }).data.balance;
}

async function runProgram(program: string, env: Environment): Promise<void> {
  const { ended, said } = start(program, env);
  const code = await ended;
  if (code !== 0) throw new Error(`${program} ended with ${code}:\n${said()}`);
}

function start(program: string, env: Environment) {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, ended: once(child, 'exit').then(([code]) => code as number | null), said: () => text };
}
