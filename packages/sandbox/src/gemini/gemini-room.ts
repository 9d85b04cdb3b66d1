import type { SandboxContext, VendorRoom, Visit } from '../sandbox-context.ts';
import { errorAnswer, noModel, refusalOf, wrongKey } from './error-answer.ts';
import { geminiModels } from './gemini-models.ts';
import { generateContent } from './generate-content.ts';

const prefix = '/gemini/';

/** The Gemini API's picture models under `/gemini/v1beta/` (or `v1`). */
export function geminiRoom(context: SandboxContext): VendorRoom {
  return {
    serves: (path) => path.startsWith(prefix),
    async answer(visit) {
      const key = visit.request.headers.get('x-goog-api-key') ?? visit.url.searchParams.get('key') ?? '';
      if (key === '' || context.apiKeys?.includes(key) === false) return errorAnswer(wrongKey);
      return route(context, visit);
    },
  };
}

async function route(context: SandboxContext, visit: Visit): Promise<Response> {
  const path = visit.url.pathname.slice(prefix.length);
  const { method } = visit.request;
  const [, id, action] = /^v1(?:beta)?\/models(?:\/([^/:]+)(?::(\w+))?)?$/.exec(path) ?? [];
  if (method === 'POST' && id !== undefined && action === 'generateContent') return generateContent(context, visit, id);
  const fault = context.faults.take('request', { method, path: visit.url.pathname });
  const refused = fault && refusalOf(fault);
  if (refused !== undefined) return refused;
  if (method === 'GET' && id !== undefined && action === undefined) {
    return Object.hasOwn(geminiModels, id) ? Response.json(shown(id)) : errorAnswer(noModel(id));
  }
  if (method === 'GET' && /^v1(?:beta)?\/models$/.test(path)) {
    return Response.json({ models: Object.keys(geminiModels).map(shown) });
  }
  return errorAnswer({ code: 404, status: 'NOT_FOUND', message: 'There is no such method in the sandbox.' });
}

const shown = (id: string) => ({
  name: `models/${id}`,
  outputTokenLimit: 32_768,
  supportedGenerationMethods: ['generateContent'],
});
