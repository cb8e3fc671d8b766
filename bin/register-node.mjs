// Outside Next `server-only` means nothing; with this, bin/ and the tests can load lib/ and db/.
import { registerHooks } from 'node:module';

const empty = { url: new URL('../node_modules/server-only/empty.js', import.meta.url).href, format: 'commonjs', shortCircuit: true };
registerHooks({ resolve: (specifier, context, next) => (specifier === 'server-only' ? empty : next(specifier, context)) });
