import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  compress: true,
  images: { unoptimized: true },
  serverExternalPackages: ['better-sqlite3', 'pg', 'pino', 'light-my-request', 'next-auth'],
  // `npm test` checks the types; a build on the server needs no compiler.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};

export default config;
