import { Command, Option } from 'commander';
import { auditPage } from '../../audit/audit-page.ts';
import type { PageAudit } from '../../audit/audited.ts';
import { NoPageError, pagesOf } from '../../audit/files/pages.ts';
import { LEVELS, type AuditFinding, type Level } from '../../audit/finding.ts';
import { count, renderPage, summary } from '../../audit/render/render-page.ts';
import { StandardOutput } from '../standard-output.ts';
import { UsageError } from '../usage-error.ts';

interface AuditFlags {
  readonly failOn: Level | 'never';
  readonly json?: true;
}

/** Version of the JSON; rises when a member changes. */
const AUDIT_VERSION = 1;

/** `printproof audit`: finds printed samples in pages, and says what printed them and what is wrong with them. */
export function auditCommand(): Command {
  return new Command('audit')
    .description('find printed samples in pages, and say what printed them and what is wrong with them')
    .argument('<page...>', 'a file, a folder or a pattern such as "docs/**/*.md"; .txt, .md and .html')
    .addOption(
      new Option('--fail-on <level>', 'the least finding that makes the exit status 1')
        .choices([...LEVELS, 'never'])
        .default('error'),
    )
    .option('--json', 'as JSON, page by page')
    .action(async (names: readonly string[], { failOn, json }: AuditFlags) => {
      const out = json === true ? asJson() : asText();
      const findings: AuditFinding[] = [];
      const totals = { pages: 0, samples: 0, tokens: 0, sound: 0, keys: 0 };
      const refused: { readonly path: string; readonly why: string }[] = [];
      const now = BigInt(Date.now()) * 1000n;
      try {
        for await (const reading of pagesOf(names)) {
          if (!reading.ok) {
            refused.push({ path: reading.path, why: reading.why });
            console.error(`printproof: ${reading.path} ${reading.why}.`);
            continue;
          }
          const audit = auditPage(reading.page, now);
          await out.page(audit);
          if (out.isClosed()) break;
          findings.push(...audit.findings);
          totals.pages += 1;
          totals.samples += audit.samples.length;
          totals.tokens += audit.secrets.tokens;
          totals.sound += audit.secrets.sound;
          totals.keys += audit.secrets.keys;
        }
      } catch (cause) {
        if (!(cause instanceof NoPageError)) throw cause;
        throw new UsageError(cause.message, 'Name a file, a folder, or a pattern in quotes.', { cause });
      }
      await out.end({ ...totals, findings }, refused);
      // A page that was not looked at is no clean page.
      process.exitCode = refused.length > 0 ? 2 : exitCodeOf(findings, failOn);
    });
}

interface Totals {
  readonly pages: number;
  readonly samples: number;
  readonly tokens: number;
  readonly sound: number;
  readonly keys: number;
  readonly findings: readonly AuditFinding[];
}

interface Output {
  page(audit: PageAudit): Promise<void>;
  end(totals: Totals, refused: readonly { readonly path: string; readonly why: string }[]): Promise<void>;
  /** Nobody reads any more. */
  isClosed(): boolean;
}

function asText(): Output {
  const out = new StandardOutput();
  return {
    page: (audit) => out.line(renderPage(audit)),
    end: ({ pages, samples, tokens, sound, findings }, refused) => {
      const proof = tokens === 0 ? '' : `, ${sound} of ${count(tokens, 'token')} sound`;
      const unread = refused.length === 0 ? '' : ` ${count(refused.length, 'file')} could not be read.`;
      const all = `${count(pages, 'page')}, ${count(samples, 'sample')}${proof}`;
      return out.line(`${all}: ${summary({ findings })}${unread}`);
    },
    isClosed: () => out.isClosed,
  };
}

/** One JSON object, written page by page: a large folder is never held at once. */
function asJson(): Output {
  const out = new StandardOutput();
  const head = `{"auditVersion":${AUDIT_VERSION},"pages":[`;
  let before = head;
  return {
    page: async (audit) => {
      await out.line(`${before}${JSON.stringify(audit)}`);
      before = ',';
    },
    end: ({ findings, ...totals }, refused) => {
      const levels = LEVELS.map(
        (level) => [level, findings.filter((one) => one.level === level).length] as const,
      );
      const all = { ...totals, findings: Object.fromEntries(levels) };
      const rest = `],"refused":${JSON.stringify(refused)},"totals":${JSON.stringify(all)}}`;
      return out.line(before === head ? `${head}${rest}` : rest);
    },
    isClosed: () => out.isClosed,
  };
}

function exitCodeOf(findings: readonly AuditFinding[], failOn: Level | 'never'): number {
  const worst = failOn === 'never' ? [] : LEVELS.slice(0, LEVELS.indexOf(failOn) + 1);
  return findings.some(({ level }) => worst.includes(level)) ? 1 : 0;
}
