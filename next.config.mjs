// Plain JavaScript, because Next would compile anything else at every start.
/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  compress: true,
  images: { unoptimized: true },
  serverExternalPackages: [
    'better-sqlite3',
    'pg',
    'pino',
    'prom-client',
    'light-my-request',
    'next-auth',
    '@resvg/resvg-wasm',
  ],
  // `npm test` checks the types; a build on the server needs no compiler.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // A page is loaded when it is first asked for, which halves the time to start and takes less
  // memory.
  experimental: { preloadEntriesOnStart: false },
};

export default config;
