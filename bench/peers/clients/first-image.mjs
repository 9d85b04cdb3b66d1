// Cold start: from nothing to the first image, then the process ends. `node first-image.mjs <address of the upstream> <prompt>`
import { connect } from './client.mjs';

const [, , upstream, prompt] = process.argv;
const bytes = await connect(upstream).generate(prompt);
process.stdout.write(`${bytes}\n`, () => process.exit(0));
