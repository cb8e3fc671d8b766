import { globalSingleton } from '#lib/base/global-singleton';

const sheet = globalSingleton('stylesheet', () => ({ href: '/register.css' }));

/**
 * The address of the style sheet. The server sets one that changes with the content, so that browsers
 * may keep it for good.
 */
export const stylesheetHref = () => sheet.href;
export const setStylesheetHref = (href: string) => {
  sheet.href = href;
};
