import { createStore, openDatabase } from '@image-studio/store';

// A process that keeps a folder open until its input ends, then closes it; or says why it could not.
const [folder = ''] = process.argv.slice(2);
try {
  const store = createStore(await openDatabase({ folder }));
  await store.settings.set('written by', process.pid);
  process.stdout.write('open\n');
  await new Promise((resolve) => process.stdin.once('end', resolve).resume());
  await store.close();
} catch (error) {
  process.stdout.write(`${JSON.stringify(error)}\n`);
}
