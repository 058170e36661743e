import { createRequire } from 'node:module';

type Mustache = { render: (template: string, view?: unknown) => string };

/**
 * Botkit runs every text that it sends through Mustache: words of a person such as `{{vars.secret}}` would be run,
 * `{{#x` would skip the question, `/` would come out as `&#x2F;`, and each new text would stay in a cache for ever
 * (fault B3). Here a template is what it says. It must be the copy that Botkit itself requires: an `import` would
 * patch another one.
 */
export function turnTemplatesOff(): void {
  const require = createRequire(import.meta.url);
  const requireOfBotkit = createRequire(require.resolve('botkit'));
  const mustache = requireOfBotkit('mustache') as Mustache;
  mustache.render = (template) => template;
}
