/** The folder of uploads in the sandbox's address space. */
export const filesPath = '/wavespeed/files/';

/** The folder of outputs. */
export const outputsPath = '/wavespeed/outputs/';

/** The key of an uploaded file by its address, whatever the host: a sandbox may come back under another port. */
export function keyOfAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  return keyOfPath(new URL(address).pathname);
}

/** The key of an uploaded file by the path of its address. */
export function keyOfPath(path: string): string | undefined {
  return path.startsWith(filesPath)
    ? /^[0-9a-f]{32}\.[a-z0-9]{1,8}$/.exec(path.slice(filesPath.length))?.[0]
    : undefined;
}

/** The job and the place of an output by the path of its address. */
export function outputOfPath(path: string): { readonly id: string; readonly index: number } | undefined {
  if (!path.startsWith(outputsPath)) return undefined;
  const match = /^([A-Za-z0-9_-]+)\/(\d{1,3})\.[a-z0-9]+$/.exec(path.slice(outputsPath.length));
  return match?.[1] === undefined ? undefined : { id: match[1], index: Number(match[2]) };
}

/** The address of an output. */
export function outputAddress(origin: string, id: string, index: number, extension: string): string {
  return `${origin}${outputsPath}${id}/${index}.${extension}`;
}
