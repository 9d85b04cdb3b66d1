/**
 * Loaded before a program of a document (`node --import`): every vendor is a sandbox in the same process, and every connection
 * that leaves this machine is an error.
 */
import { registerHooks } from 'node:module';
import { Socket } from 'node:net';

const standIns: Readonly<Record<string, URL>> = {
  '@image-studio/vendor-gemini': new URL('./sandboxed-gemini.ts', import.meta.url),
  '@image-studio/vendor-openai': new URL('./sandboxed-openai.ts', import.meta.url),
  '@image-studio/vendor-wavespeed': new URL('./sandboxed-wavespeed.ts', import.meta.url),
};

registerHooks({
  resolve: (specifier, context, next) => {
    const fromProgram = !context.parentURL?.includes('/packages/');
    const standIn = fromProgram ? standIns[specifier] : undefined;
    return next(standIn?.href ?? specifier, context);
  },
});

const connect = Socket.prototype.connect;
Object.defineProperty(Socket.prototype, 'connect', {
  value(this: Socket, ...args: unknown[]): Socket {
    const [first] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
    const host = typeof first === 'object' && first !== null && 'host' in first ? String(first.host) : undefined;
    if (host !== undefined && !['127.0.0.1', '::1', 'localhost'].includes(host))
      throw new Error(`A program of a document connects to ${host}`);
    return Reflect.apply(connect, this, args) as Socket;
  },
});
