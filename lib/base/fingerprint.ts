import 'server-only';
import { createHash } from 'node:crypto';

/**
 * A digest (SHA-256 in hex) of the content that a person confirms. The form carries it: the
 * confirmation is valid only while the content is still the same. The content is plain JSON in a
 * stable order.
 */
export const confirmationFingerprint = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');
