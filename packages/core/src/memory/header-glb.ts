import type { SceneFacts } from '../validation/asset-input.ts';
import { FormatFault, latin, viewOf } from './byte-reader.ts';
import { sceneFacts } from './glb-scene.ts';
import type { HeaderRead } from './header-pictures.ts';

/** GLB (binary glTF 2): header, the JSON chunk with its version and what it shows, and all chunks up to the stated length. */
export const readGlb: HeaderRead = async (reader) => {
  const header = viewOf(await reader.take(12));
  const [version, length] = [header.getUint32(4, true), header.getUint32(8, true)];
  if (version !== 2) throw new FormatFault(`it is of version ${version}, expected 2`);
  let scene: SceneFacts | undefined;
  for (let at = 12; at < length;) {
    const chunk = await reader.take(8);
    const [size, type] = [viewOf(chunk).getUint32(0, true), latin(chunk, 4)];
    if (at + 8 + size > length) throw new FormatFault('a chunk of it is longer than the file');
    if (at === 12 && type !== 'JSON') throw new FormatFault('it does not begin with its scene');
    if (at === 12) scene = readScene(await reader.take(size));
    else await reader.skip(size);
    at += 8 + size;
    if (at === length && scene !== undefined)
      return { kind: 'model3d', mediaType: 'model/gltf-binary', width: null, height: null, seconds: null, scene };
  }
  throw new FormatFault('it has no scene');
};

function readScene(text: Uint8Array): SceneFacts {
  const json = parsed(text);
  const version = (json as { asset?: { version?: unknown } } | null)?.asset?.version;
  if (typeof version !== 'string' || !version.startsWith('2.')) throw new FormatFault('its scene is not glTF 2');
  const facts = sceneFacts(json);
  if (facts === undefined) throw new FormatFault('its scene cannot be read');
  return facts;
}

function parsed(text: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    throw new FormatFault('its scene cannot be read');
  }
}
