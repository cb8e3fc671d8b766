export { nameTemplates as default } from '#tests/support/databases/templates';
