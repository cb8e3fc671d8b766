// Outside Next `server-only` means nothing; with this, bin/ and the tests can load lib/ and db/.
import { registerHooks } from 'node:module';

const empty = {
  url: new URL('../node_modules/server-only/empty.js', import.meta.url).href,
  format: 'commonjs',
  shortCircuit: true,
};
// For every file of a package Node reads its package.json anew. That of drizzle-orm has 180 KB: 0.6
// s of CPU and 200 MB in all.
const drizzle = new URL('../node_modules/drizzle-orm/', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === 'server-only') return empty;
    if (
      specifier.startsWith('.') &&
      context.parentURL?.startsWith(drizzle) &&
      specifier.endsWith('.js')
    )
      return {
        url: new URL(specifier, context.parentURL).href,
        format: 'module',
        shortCircuit: true,
      };
    return next(specifier, context);
  },
});
