import { processWide } from '#lib/base/process-wide';

const sheet = processWide('stylesheet', () => ({ href: '/register.css' }));

/**
 * The address of the style sheet. The server sets one that changes with the content, so that browsers
 * may keep it for good.
 */
export const stylesheet = () => sheet.href;
export const stylesheetIs = (href: string) => {
  sheet.href = href;
};
