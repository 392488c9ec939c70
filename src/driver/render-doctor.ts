import type { Diagnosis } from './doctor.ts';

/** The diagnoses as plain text for a terminal. */
export function renderDoctor(diagnoses: readonly Diagnosis[]): string {
  if (diagnoses.length === 0) return 'There are no drivers.\n';
  const usable = diagnoses.filter(({ state }) => state !== 'unavailable').length;
  const summary =
    usable === diagnoses.length
      ? `All ${usable} drivers can be used on this machine.`
      : `${usable} of ${diagnoses.length} drivers can be used on this machine; the others lack what is marked missing.`;
  return [...diagnoses.map(renderDiagnosis), summary, ''].join('\n');
}

const STATES = {
  ready: 'ready',
  'to be built': 'nothing missing; the next run builds it',
  unavailable: 'unavailable',
} as const;

function renderDiagnosis({ title, package: packageName, version, state, tools, missing }: Diagnosis): string {
  const found = tools.flatMap((tool) =>
    tool.ok ? [`  found    ${tool.tool} ${tool.version} (${tool.wanted})`] : [],
  );
  const lacking = missing.flatMap(({ what, why, note, get }) => [
    `  missing  ${what}: ${why}`,
    ...(note === undefined ? [] : [`           ${note}`]),
    `           get it: ${get}`,
  ]);
  return [
    `${title}: ${STATES[state]}`,
    `  package  ${packageName} ${version}`,
    ...found,
    ...lacking,
    '',
  ].join('\n');
}
