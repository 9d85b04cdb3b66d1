import type { Agent, AgentOptions, ClientRequest, RequestOptions } from 'node:http';

/** Keeps connections, those with TLS apart. */
export type Agents = (secure: boolean) => Agent;

/** Begins a request, plain or over TLS by the scheme of its address; without agents over a connection of its own. Throws for what cannot be written. */
export function beginRequest(url: URL, options: RequestOptions, agents?: Agents): ClientRequest {
  const secure = url.protocol === 'https:';
  return moduleOf(secure).request(url, { ...options, agent: agents?.(secure) ?? false });
}

/** Agents with these options, each made when it is first needed. */
export function createAgents(options: AgentOptions): Agents {
  const made: { plain?: Agent; secure?: Agent } = {};
  return (secure) => (made[secure ? 'secure' : 'plain'] ??= new (moduleOf(secure).Agent)(options));
}

/**
 * Not by `import`: that reads all names of `node:http`, and for those of WebSockets Node.js loads the whole of its `fetch`, a third of what a
 * small program takes. `node:https` loads TLS, and waits for the first address that needs it.
 */
function moduleOf(secure: boolean) {
  return process.getBuiltinModule(secure ? 'node:https' : 'node:http');
}
