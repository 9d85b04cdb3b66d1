import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A process that measures or is measured, and answers messages one by one. */
export interface Child {
  readonly pid: number;
  /** What it said when it was ready. */
  readonly ready: string;
  ask<Answer>(question: unknown): Promise<Answer>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a program that sends `{ ready }` when it is, and `{ answer }` or `{ fault }` to each message. */
export async function startChild(
  program: string,
  args: readonly string[] = [],
  execArgv: readonly string[] = [],
): Promise<Child> {
  const child = fork(program, [...args], { execArgv: [...execArgv], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const { ready } = (await next(child)) as { ready: string };
  return {
    pid: child.pid!,
    ready,
    ask: async <Answer>(question: unknown) => {
      child.send(question as object);
      const said = (await next(child)) as { answer?: Answer; fault?: string };
      if (said.fault !== undefined) throw new Error(said.fault);
      return said.answer as Answer;
    },
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

function next(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown) => {
      child.off('exit', onExit);
      resolve(message);
    };
    const onExit = () => {
      child.off('message', onMessage);
      reject(new Error(`A process of the measurements ended: ${child.spawnargs.slice(1).join(' ')}`));
    };
    child.once('message', onMessage);
    child.once('exit', onExit);
  });
}

/** The other side: answers each question of the parent, until the parent is gone. */
export function answerParent<Question>(ready: string, answer: (question: Question) => Promise<unknown>): void {
  process.on('message', (question: Question) => {
    answer(question).then(
      (said) => process.send?.({ answer: said ?? null }),
      (error: unknown) =>
        process.send?.({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.once('disconnect', () => process.exit(0));
  process.send?.({ ready });
}
