import type { Body, Progress, ProviderCall } from '@image-studio/core';
import { type Http, jsonBody, type JsonWithFiles } from '@image-studio/http';
import { answered } from './answer.ts';
import { picturesOf } from './pictures.ts';

/**
 * The paid request: words and pictures in one JSON, the pictures encoded as base64 while they are sent. The answer's picture is decoded
 * while it comes. Throws `StudioError` whose `failure` is a row of the failure table.
 */
export async function start(http: Http, call: ProviderCall): Promise<Progress> {
  return http.json<Progress>({
    method: 'POST',
    path: `v1beta/models/${call.endpoint}:generateContent`,
    body: jsonBody(contentOf(call)),
    free: false,
    signal: call.signal,
    sent: call.body,
    files: ['data'],
    parse: (body) => answered(body, call.body),
  });
}

/** Which part of Gemini's body each field of the planned body belongs to; all others belong to `generationConfig`. */
const inImageConfig: ReadonlySet<string> = new Set(['aspectRatio', 'imageSize', 'personGeneration']);
const elsewhere: ReadonlySet<string> = new Set(['prompt', 'images', 'safetySettings', 'thinkingLevel']);

function contentOf(call: ProviderCall): JsonWithFiles {
  const { prompt, thinkingLevel, safetySettings } = call.body;
  const pictures = picturesOf(call).map(({ mediaType, size, open }) => ({
    inlineData: { mimeType: mediaType, data: { size, open } },
  }));
  const imageConfig = fieldsOf(call.body, (name) => inImageConfig.has(name));
  return {
    contents: [{ role: 'user', parts: [{ text: String(prompt) }, ...pictures] }],
    generationConfig: {
      responseModalities: ['IMAGE'],
      ...(Object.keys(imageConfig).length === 0 ? {} : { imageConfig }),
      ...fieldsOf(call.body, (name) => !inImageConfig.has(name) && !elsewhere.has(name)),
      ...(thinkingLevel === undefined ? {} : { thinkingConfig: { thinkingLevel } }),
    },
    ...(safetySettings === undefined ? {} : { safetySettings }),
  };
}

function fieldsOf(body: Body, belongs: (name: string) => boolean): Body {
  return Object.fromEntries(Object.entries(body).filter(([name]) => belongs(name)));
}
