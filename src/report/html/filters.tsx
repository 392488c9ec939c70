/** @jsxImportSource preact */
import type { RunRecord } from '../../verdict/record.ts';
import { PARTS } from './anchors.ts';

/** Hidden until the script finds that it runs: without it everything is shown, and nothing promises otherwise. */
export function Filters({ record: { drivers } }: { readonly record: RunRecord }) {
  return (
    <form id={PARTS.filters} hidden aria-label="Filter">
      <fieldset>
        <legend>Show</legend>
        <Choice value="all" text="everything" />
        <Choice value="red" text="only red" />
        <Choice value="known" text="only known divergences" />
      </fieldset>
      <label>
        Driver{' '}
        <select name="driver">
          <option value="">all</option>
          {drivers.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <span>
        <button type="button" name="open">
          Open all
        </button>{' '}
        <button type="button" name="close">
          Close all
        </button>
      </span>
      <output name="shown" />
    </form>
  );
}

function Choice({ value, text }: { readonly value: string; readonly text: string }) {
  return (
    <label>
      <input type="radio" name="show" value={value} checked={value === 'all'} /> {text}
    </label>
  );
}
