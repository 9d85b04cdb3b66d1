import { execFile } from 'node:child_process';

/** How a command ended. `output` is what it said, both streams in order of arrival within each. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly output: string;
}

/** Where and how a command runs; `env` is added to this process's own. */
export interface CommandOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a command to its end, whatever the end is. Rejects only when it could not be started. */
export function tryCommand(command: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const env = { ...process.env, ...options.env };
  return new Promise((resolve, reject) => {
    execFile(command, [...args], { cwd: options.cwd, env, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ code: Number(error?.code ?? 0), stdout, output: `${stdout}${stderr}` });
    });
  });
}

/** Runs a command that must succeed and gives its standard output. Throws with everything it said when it fails. */
export async function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<string> {
  const { code, stdout, output } = await tryCommand(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output}`);
  return stdout;
}
