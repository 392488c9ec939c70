import { Command } from 'commander';
import { expectationsOf } from '../../run/plan.ts';
import { MissingAnswer, scenarios, type Seen } from '../../scenario/index.ts';
import { writeJson, type Json } from '../../value/index.ts';
import { pick } from '../pick.ts';

/** `printproof show <scenario>`: its set-up, steps, queries and expectations. */
export function showCommand(): Command {
  return new Command('show')
    .description('show a scenario: its queries as wire JSON, and what is expected')
    .argument('<scenario>', 'name of a scenario, see "printproof list"')
    .action((name: string) => {
      for (const scenario of pick('scenario', scenarios, [name])) {
        console.log(`${scenario.name}: ${scenario.title}`);
        if (scenario.page !== undefined) console.log(`Documentation page: fixtures/samples/${scenario.page}`);
        console.log('\nSet-up, by the harness:');
        for (const step of scenario.setUp) console.log(`  ${step.name}: ${queryText(step.query)}`);
        console.log('\nSteps, by the driver:');
        for (const step of scenario.steps) {
          console.log(`  ${step.name}: ${queryText(step.query)}`);
          for (const expectation of expectationsOf(scenario, step)) console.log(`    – ${expectation}`);
        }
      }
    });
}

/** The query with placeholders for what only a run brings to light. */
function queryText(query: (seen: Seen) => Json): string {
  try {
    return writeJson(query((step, ...path) => `‹${[step, ...path].join('.')}›`));
  } catch (cause) {
    if (cause instanceof MissingAnswer) return '(depends on earlier answers)';
    throw cause;
  }
}
