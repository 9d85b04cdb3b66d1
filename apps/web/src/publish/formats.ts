/** A place to publish: pixels, and the margins (shares of the sides) that the place may cover with its own things. */
export interface PublishFormat {
  readonly platform: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** The largest file that the place takes, in bytes. */
  readonly mostBytes?: number;
  readonly covered?: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

const covered = (top: number, right: number, bottom: number, left = right) => ({
  covered: { top, right, bottom, left },
});
const megabyte = 1_000_000;
const mostMegabytes: Readonly<Record<string, number>> = {
  Instagram: 30,
  Facebook: 30,
  X: 5,
  LinkedIn: 8,
  YouTube: 2,
  Pinterest: 20,
  TikTok: 10,
};
const post = covered(0.15, 0.1, 0.15);
const tall = covered(0.2, 0.1, 0.2);
const story = covered(0.25, 0.1, 0.15);
const cover = covered(0.2, 0.15, 0.1);

// prettier-ignore
const rows: readonly (readonly [platform: string, name: string, width: number, height: number, margins?: Pick<PublishFormat, 'covered'>])[] = [
  ['Instagram', 'Square post', 1080, 1080, post], ['Instagram', 'Portrait post', 1080, 1350, tall], ['Instagram', 'Story', 1080, 1920, story], ['Instagram', 'Reel', 1080, 1920, story],
  ['Facebook', 'Post', 1200, 630, post], ['Facebook', 'Square post', 1080, 1080, post], ['Facebook', 'Story', 1080, 1920, story], ['Facebook', 'Cover', 820, 312, cover],
  ['X', 'Post', 1200, 675, post], ['X', 'Card', 1200, 600, post], ['X', 'Header', 1500, 500, cover],
  ['LinkedIn', 'Post', 1200, 628, post], ['LinkedIn', 'Square post', 1080, 1080, post], ['LinkedIn', 'Article', 1200, 627, post], ['LinkedIn', 'Company cover', 1128, 191, cover],
  ['YouTube', 'Thumbnail', 1280, 720, post], ['YouTube', 'Channel art', 2560, 1440, cover],
  ['Pinterest', 'Pin', 1000, 1500, tall], ['Pinterest', 'Story pin', 1080, 1920, story],
  ['TikTok', 'Video cover', 1080, 1920, story],
  ['Blog', 'Header', 1920, 1080], ['Blog', 'Wide header', 2560, 1080],
  ['Email', 'Banner', 1920, 1080], ['Email', 'Product picture', 1080, 1080],
  ['Website', 'Hero', 2560, 1080], ['Website', 'Banner', 1920, 1080],
];

/** Common formats as of June 2026. */
export const publishFormats: readonly PublishFormat[] = rows.map(([platform, name, width, height, margins]) => ({
  platform,
  name,
  width,
  height,
  ...(platform in mostMegabytes ? { mostBytes: mostMegabytes[platform]! * megabyte } : {}),
  ...margins,
}));
