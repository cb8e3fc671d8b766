// Outside Next `server-only` refuses to be loaded. This makes it empty, so that scripts and tests can
// load lib/ and db/.
import { registerHooks } from 'node:module';

const emptyModule = {
  url: new URL('../node_modules/server-only/empty.js', import.meta.url).href,
  format: 'commonjs',
  shortCircuit: true,
};
// Node reads the package.json again for every file of a package. That of drizzle-orm has 180 KB,
// which costs 0.6 s of CPU and 200 MB, so its own relative imports are resolved here.
const drizzle = new URL('../node_modules/drizzle-orm/', import.meta.url).href;
const isOfDrizzle = (specifier, { parentURL }) =>
  specifier.startsWith('.') && specifier.endsWith('.js') && parentURL?.startsWith(drizzle);

registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === 'server-only') return emptyModule;
    if (!isOfDrizzle(specifier, context)) return next(specifier, context);
    const { href } = new URL(specifier, context.parentURL);
    return { url: href, format: 'module', shortCircuit: true };
  },
});

// A setting that cannot be read stops a program while it is loaded, before any of its own lines. It is
// said in a line, as `npm start` says it.
if (/[\\/]bin[\\/][\w-]+\.ts$/.test(process.argv[1] ?? ''))
  process.once('uncaughtException', (error) => {
    if (error?.constructor?.name === 'EnvironmentError') {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    }
    // Whatever else it is, Node says it as it always does.
    process.nextTick(() => {
      throw error;
    });
  });
