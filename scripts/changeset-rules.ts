/** How far a release raises a version. */
export type Bump = 'patch' | 'minor' | 'major';

/** One changeset: its file and what it raises. */
export interface Changeset {
  readonly file: string;
  readonly releases: Readonly<Record<string, Bump>>;
}

/** A publishable package, as far as releases go. */
export interface ReleasablePackage {
  readonly name: string;
  readonly version: string;
  /** The packages whose types users see through this one's. */
  readonly needs: readonly string[];
}

const strength: Readonly<Record<Bump, number>> = { patch: 1, minor: 2, major: 3 };
const core = '@image-studio/core';

/**
 * Reads a changeset's front matter (`'package': minor`, one a line). Throws when a line is no release.
 */
export function parseChangeset(file: string, text: string): Changeset {
  const matter = /^---\r?\n([\s\S]*?)\r?\n?---/.exec(text)?.[1];
  if (matter === undefined) throw new Error(`${file} has no front matter between two lines of ---.`);
  const releases = matter
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name = '', bump = ''] = /^\s*['"]?([^'":]+)['"]?\s*:\s*(patch|minor|major)\s*$/.exec(line) ?? [];
      if (name === '') throw new Error(`${file}: "${line.trim()}" is not 'package': patch, minor or major.`);
      return [name, bump as Bump] as const;
    });
  return { file, releases: Object.fromEntries(releases) };
}

/**
 * What is wrong with the waiting changesets, taken as one release. Core's types are in the public types of the packages
 * on top of it, so a breaking release of core (major; minor while it is 0.x) must be one of each of them too.
 */
export function changesetProblems(changesets: readonly Changeset[], packages: readonly ReleasablePackage[]): string[] {
  const known = new Set(packages.map(({ name }) => name));
  const strangers = changesets.flatMap(({ file, releases }) =>
    Object.keys(releases)
      .filter((name) => !known.has(name))
      .map((name) => `${file} raises ${name}, which is no package that is published.`),
  );
  const raised = (name: string) =>
    Math.max(
      0,
      ...changesets.flatMap(({ releases }) => (releases[name] === undefined ? [] : strength[releases[name]])),
    );
  const breaks = ({ name, version }: ReleasablePackage) => raised(name) >= strength[breakingBump(version)];
  const base = packages.find(({ name }) => name === core);
  if (base === undefined || !breaks(base)) return strangers;
  const behind = packages.filter((one) => one.needs.includes(core) && !breaks(one));
  return [
    ...strangers,
    ...behind.map(
      ({ name, version }) =>
        `${core} is raised in a breaking way, so the same changesets must raise ${name} by a ${breakingBump(version)}.`,
    ),
  ];
}

function breakingBump(version: string): Bump {
  return version.startsWith('0.') ? 'minor' : 'major';
}
