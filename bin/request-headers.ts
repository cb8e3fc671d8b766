import type { IncomingHttpHeaders } from 'node:http';

// Our own, and those by which a proxy could speak for us. What Next takes from other servers of its
// kind nobody may send.
const neverTaken =
  /^x-(middleware|register|nextjs|next|invoke|matched|prerender|now|vercel)\b|^x-forwarded-host$|^next-action$/;
/**
 * What Next's client router and server actions send. Our pages are documents and send neither;
 * reloading in development does.
 */
const ofRouter = /^next-|^rsc\b/;

/** Takes away the request headers that steer Next and that no page of the register sends. */
export function dropForeign(headers: IncomingHttpHeaders, development: boolean) {
  for (const name of Object.keys(headers)) {
    if (neverTaken.test(name) || (!development && ofRouter.test(name))) delete headers[name];
  }
}
