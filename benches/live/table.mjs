// What was measured, as Markdown.
import os from 'node:os';

/** p50 and p95 of what a save may take, in milliseconds, up to so many stories. */
const AIMS = [{ stories: 1000, p50: 40, p95: 80 }, { stories: 10_000, p50: 60, p95: 120 }];
const READY = { stories: 10_000, ms: 1000, page: 10, megabytes: 500 };

const SAVES = {
  body: 'words, on the story',
  title: 'title, on the story',
  wall: 'title, on the wall',
  template: 'template',
  style: 'style',
};

/** The machine, and who was measured. */
export function facts(versions) {
  const [{ model }] = os.cpus();
  const gigabytes = Math.round(os.totalmem() / 2 ** 30);
  const machine = `${os.cpus().length} cores (${model}), ${gigabytes} GB, ${os.type()} ${os.release()}`;
  return [machine, ...versions].join('; ');
}

/** One size of site: the saves, then the rest. */
export function table(stories, ours, theirs) {
  const aim = AIMS.find((it) => stories <= it.stories);
  const head = [
    `### ${stories.toLocaleString('en')} stories`,
    '',
    '| save to shown, ms | aim p50, p95 | Storywall p50 | p95 | max | saves | Hugo p50 | p95 | max | saves |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
  ];
  const rows = Object.entries(SAVES).map(([name, label]) =>
    row(label, aim ? `${aim.p50}, ${aim.p95}` : '', ...times(ours.series[name]), ...times(theirs?.series[name])));
  const within = stories <= READY.stories;
  const rest = [
    '',
    '| | aim | Storywall | Hugo |',
    '|---|--:|--:|--:|',
    row('ready, ms (starts)', within ? READY.ms : '', begun(ours), begun(theirs)),
    row('then the home page, a story, ms', within ? READY.page : '', ...both(ours, theirs, first)),
    row('memory then, at most so far, MB', within ? READY.megabytes : '', ...both(ours, theirs, (it) => megabytes(it.started))),
    row('memory after all saves, MB', '', ...both(ours, theirs, (it) => megabytes(it.saved))),
  ];
  if (ours.storm) rest.push(...endurance(ours.storm));
  return [...head, ...rows, ...rest, '', ...notes(ours, theirs)].join('\n');
}

function endurance({ edits, held, took, peak }) {
  const steps = held.map((it) => it.toFixed(0)).join(' ');
  return [
    row(`memory before, at each tenth of, and after ${edits} edits in a row, MB`, 'flat', `${steps} (at most ${peak.toFixed(0)})`, ''),
    row('the last of them to shown, ms', '', took === null ? 'never' : took.toFixed(0), ''),
  ];
}

/** p50, p95, the worst, and of how many. */
function times(measured) {
  if (!measured) return ['', '', '', ''];
  const sorted = [...measured.took].sort((a, b) => a - b);
  const at = (part) => sorted[Math.ceil(sorted.length * part) - 1]?.toFixed(0) ?? '–';
  return [at(0.5), at(0.95), at(1), measured.wrong ? `${sorted.length}, then never` : sorted.length];
}

function begun(who) {
  if (!who) return '';
  const sorted = [...who.ready].sort((a, b) => a - b);
  return `${sorted[sorted.length >> 1].toFixed(0)} (${sorted.length})`;
}

function notes(ours, theirs) {
  const all = [ours, theirs].filter(Boolean).flatMap((who) => Object.values(who.series));
  const clock = Math.max(...all.map(({ clock: ahead }) => Math.abs(ahead)));
  const left = (who) => Object.values(who.series).reduce((sum, it) => sum + it.left, 0);
  const hugo = theirs ? `, Hugo’s ${left(theirs)} times` : '';
  return [
    `The clocks of page and program differed by at most ${clock.toFixed(1)} ms. ` +
      `Storywall’s pages were loaded anew ${left(ours)} times${hugo}. ` +
      `Waiting for a processor before it began: ${ours.load.toFixed(1)}${theirs ? `, ${theirs.load.toFixed(1)}` : ''}.`,
  ];
}

const first = ({ pages }) => pages.map((ms) => ms.toFixed(1)).join(', ');
const megabytes = ({ now, peak }) => `${now.toFixed(0)}, ${peak.toFixed(0)}`;
const both = (ours, theirs, tell) => [tell(ours), theirs ? tell(theirs) : ''];
const row = (...cells) => `| ${cells.join(' | ')} |`;
