import { describe, expect, it } from 'vitest';
import { formSchema } from '../../../src/slack/complaints/payloads.ts';

const sent = (field: object, value: object) =>
  formSchema
    .parse({
      user: { id: 'U0LI' },
      view: {
        ...{ id: 'V1', private_metadata: '' },
        blocks: [{ type: 'section' }, { type: 'input', block_id: 'field', ...field }],
        state: { values: { field: { value } } },
      },
    })
    .values.text('field');

const day = (initial: object) => ({ type: 'datepicker', ...initial });

describe('a field of a form', () => {
  it('is what was picked', () => {
    const field = { optional: false, element: day({ initial_date: '2016-02-10' }) };
    expect(sent(field, { selected_date: '2016-03-10' })).toBe('2016-03-10');
  });

  it('is what it showed, where it is required and nobody touched it', () => {
    const field = { optional: false, element: day({ initial_date: '2016-02-10' }) };
    expect(sent(field, { selected_date: null })).toBe('2016-02-10');
    const chosen = { type: 'static_select', initial_option: { value: 'price' } };
    expect(sent({ optional: false, element: chosen }, { selected_option: null })).toBe('price');
  });

  it('is nothing, where it may be emptied or showed nothing', () => {
    const emptied = { optional: true, element: day({ initial_date: '2016-02-10' }) };
    expect(sent(emptied, { selected_date: null })).toBeNull();
    expect(sent({ optional: false, element: day({}) }, { selected_date: null })).toBeNull();
  });
});
