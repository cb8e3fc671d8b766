/** The element of a page with the texts of the script that keeps what is typed into forms. */
export const typedTextsId = 'typed';
/** The element with the texts of the script that warns before the session ends. */
export const idleTextsId = 'idle';
