import 'server-only';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * The register's own headers, those by which a proxy could speak for us, and those that Next takes
 * from other servers of its kind. No client may send them.
 */
const internalHeader =
  /^x-(middleware|register|nextjs|next|invoke|matched|prerender|now|vercel)\b|^x-forwarded-host$|^next-action$/;
/** The headers of Next's client router and server actions. Only reloading in development uses them. */
const routerHeader = /^next-|^rsc\b/;

/** Removes the request headers that steer Next and that no page of the register sends. */
export function dropInternalHeaders(headers: IncomingHttpHeaders, development: boolean) {
  for (const name of Object.keys(headers)) {
    const isRouterHeader = !development && routerHeader.test(name);
    if (isRouterHeader || internalHeader.test(name)) delete headers[name];
  }
}
