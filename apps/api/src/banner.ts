/** What `start` prints: the page with the key in the link (a fragment never reaches a server), the key, and two commands that work as pasted. */
export function banner({
  url,
  key,
  adminKey,
  live,
}: {
  url: string;
  key: string;
  adminKey: string | undefined;
  live: boolean;
}): string {
  const sample = 'examples/samples/photo.jpg';
  return `
Image Studio is at ${url}
Open the page: ${url}/#key=${key}

Test key: ${key}
${adminKey ? `Admin key (shown this once): ${adminKey}\n` : ''}Live mode: ${live ? 'on' : 'off (set a vendor’s key, such as WAVESPEED_API_KEY)'}

Enlarge a photo on this machine, for real:

  curl -s ${url}/v1/upscale -H 'Authorization: Bearer ${key}' -H 'Prefer: wait=60' \\
    -F model=local/lanczos3 -F scale=2 -F image=@${sample}

Edit it in test mode (the sandbox stands in for the vendor; nothing is charged):

  curl -s ${url}/v1/edit -H 'Authorization: Bearer ${key}' -H 'Prefer: wait=60' \\
    -F model=qwen-edit -F prompt='make it dusk' -F image=@${sample}

Each answers JSON; open the address at outputs[0].url to see the picture. Stop with Ctrl-C.
`;
}
