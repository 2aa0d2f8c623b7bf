// The same stories for Storywall and for Hugo, and the files of each that are saved.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HOUSE = fileURLToPath(new URL('../../', import.meta.url));
const LOOK = path.join(HOUSE, 'themes/default');
const COMPARE = path.join(HOUSE, 'benches/peers/compare.py');

/** Installs Hugo into `folder`, and tells where its program is. */
export function install(folder) {
  return execFileSync('python3', [COMPARE, '--install-only', folder], { encoding: 'utf8' }).trim();
}

/** Writes both projects below `folder`. */
export function write(folder, stories, writer) {
  const [ours, theirs] = ['ours', 'theirs'].map((name) => path.join(folder, name));
  const [program, ...words] = writer;
  execFileSync(program, [...words, '--write', ours, String(stories)], { cwd: HOUSE });
  execFileSync('python3', [COMPARE, '--translate-only', ours, theirs]);
  dress(theirs);
  const open = inTheMiddle(path.join(ours, 'content'));
  const ourSite = {
    root: ours,
    open,
    template: 'themes/default/templates/story.html',
    style: 'themes/default/styles/99-own.css',
  };
  const theirSite = {
    root: theirs,
    open,
    template: 'layouts/page.html',
    style: 'static/assets/style.css',
  };
  // Storywall's own template and style stand in its program.
  put(ours, ourSite.template, fs.readFileSync(path.join(LOOK, 'templates/story.html'), 'utf8'));
  put(ours, ourSite.style, '');
  return { ours: ourSite, theirs: theirSite };
}

/** What can be saved while a story is open: its file, its text with a mark in it, and where a page
    shows the mark. */
export function edits(site) {
  const read = (file) => fs.readFileSync(path.join(site.root, file), 'utf8');
  const template = read(site.template);
  const style = read(site.style);
  const { body, title } = ofStory(site, site.open);
  return {
    body: { ...body, shown: { selector: '.text.say', mark: word } },
    title: { ...title, shown: { selector: 'article.story h1', mark: word } },
    template: {
      file: site.template,
      text: (number) => template.replace('<p class="vow"', `<p class="mark">${word(number)}</p>\n$&`),
      shown: { selector: 'p.mark', mark: word },
    },
    style: {
      file: site.style,
      text: (number) => `${style}\narticle.story h1 { text-decoration-color: ${colour(number)}; }\n`,
      shown: { selector: 'article.story h1', property: 'text-decoration-color', mark: colour },
    },
  };
}

/** A story's title, as a wall shows it on which the story hangs. */
export function onTheWall(site, story) {
  const selector = `main a[href$="/${path.basename(story)}.html"]`;
  return { ...ofStory(site, story).title, shown: { selector, mark: word } };
}

/** Saves: as an editor does that writes into the file itself. Gives the moment before. */
export function save(site, edit, number) {
  const [file, text] = [path.join(site.root, edit.file), edit.text(number)];
  const begun = performance.timeOrigin + performance.now();
  fs.writeFileSync(file, text);
  return begun;
}

const word = (number) => `mark-${number}`;
const colour = (number) => `rgb(${number >> 16}, ${(number >> 8) & 255}, ${number & 255})`;

/** Edits of one file: each leaves what the other wrote. */
function ofStory(site, story) {
  const file = `content/${story}.md`;
  const text = fs.readFileSync(path.join(site.root, file), 'utf8');
  const titleEnd = text.indexOf('\n', text.indexOf('\ntitle: ') + 1);
  const wordsEnd = text.indexOf('\n\n', text.indexOf('\n---\n') + 5);
  const parts = [text.slice(0, titleEnd), '', text.slice(titleEnd, wordsEnd), '', text.slice(wordsEnd)];
  const edit = (place, said) => ({
    file,
    text: (number) => {
      parts[place] = ` ${said(number)}`;
      return parts.join('');
    },
  });
  return {
    title: edit(1, word),
    body: edit(3, (number) => `It was ${word(number)} that we heard.`),
  };
}

/** Gives Hugo's pages the files that its layouts ask for. */
function dress(theirs) {
  const look = (ending) => fs.readdirSync(LOOK, { recursive: true }).filter((file) => file.endsWith(ending)).sort();
  const styles = look('.css').map((file) => fs.readFileSync(path.join(LOOK, file), 'utf8'));
  put(theirs, 'static/assets/style.css', styles.join('\n'));
  const copies = {
    'fonts/news.woff2': 'fonts/newsreader-latin-wght-normal.woff2',
    'fonts/text.woff2': 'fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    'icon.svg': 'icon.svg',
    'site.js': 'scripts/site.js',
  };
  for (const [name, file] of Object.entries(copies)) {
    put(theirs, `static/assets/${name}`, fs.readFileSync(path.join(LOOK, file)));
  }
}

function inTheMiddle(content) {
  const stories = fs.readdirSync(path.join(content, 'stories'), { recursive: true })
    .filter((file) => file.endsWith('.md')).sort();
  return `stories/${stories[stories.length >> 1].slice(0, -'.md'.length)}`;
}

function put(root, file, bytes) {
  const at = path.join(root, file);
  fs.mkdirSync(path.dirname(at), { recursive: true });
  fs.writeFileSync(at, bytes);
}
