export { nameTemplates as default } from '#tests/support/templates';
