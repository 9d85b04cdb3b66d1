/** The reference as Scalar shows it; without script the browser goes to the plain page. */
export const scalarPage = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Image Studio: HTTP API</title><noscript><meta http-equiv="refresh" content="0; url=/docs/plain"></noscript>
<div id="reference"></div>
<script src="/docs/scalar.js"></script><script src="/docs/start.js"></script></html>`;

/** Begins it. What it would fetch from elsewhere (fonts, proxy, telemetry, agent, their cloud's tools) is switched off. */
export const startScalar = `Scalar.createApiReference('#reference', ${JSON.stringify({
  url: '/openapi.json',
  proxyUrl: '',
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: 'never',
  hideClientButton: true,
  persistAuth: false,
})});`;

/** The script writes style elements and shows pictures from memory; it reaches nothing but this server. */
export const scalarPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
