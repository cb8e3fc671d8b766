import { escapePattern } from '#lib/text/escape';

function segmentPattern(segment: string): string {
  const name = /^\{(\w+)\}$/.exec(segment)?.[1];
  return name === undefined ? escapePattern(segment) : `(?<${name}>[^/]{1,200})`;
}

/** The addresses of a path with variable segments: `/needs/{id}`. */
export const pathPattern = (path: string): RegExp =>
  new RegExp(`^${path.split('/').map(segmentPattern).join('/')}$`);
