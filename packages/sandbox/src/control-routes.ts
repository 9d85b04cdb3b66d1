import type { Fault } from './faults.ts';
import type { Sandbox } from './sandbox.ts';

/** Where a test in another process drives the sandbox. */
export const controlPath = '/__sandbox/';

/** `faults` (POST adds one, GET lists, DELETE clears), `bills`, `requests` and `balance` (GET). Answers JSON. */
export async function answerControl(sandbox: Sandbox, request: Request): Promise<Response> {
  switch (`${request.method} ${new URL(request.url).pathname.slice(controlPath.length)}`) {
    case 'POST faults':
      return addFault(sandbox, request);
    case 'GET faults':
      return Response.json(sandbox.faults.list());
    case 'DELETE faults':
      sandbox.faults.clear();
      return new Response(null, { status: 204 });
    case 'GET bills':
      return Response.json(sandbox.bills());
    case 'GET requests':
      return Response.json(sandbox.requests());
    case 'GET balance':
      return Response.json({ balanceMicros: sandbox.balanceMicros() });
    default:
      return Response.json({ message: 'There is no such control.' }, { status: 404 });
  }
}

async function addFault(sandbox: Sandbox, request: Request): Promise<Response> {
  try {
    sandbox.faults.add((await request.json()) as Fault);
    return new Response(null, { status: 204 });
  } catch (error) {
    return Response.json({ message: error instanceof Error ? error.message : 'Not a fault.' }, { status: 400 });
  }
}
