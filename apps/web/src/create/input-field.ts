/** How an input is asked for. */
export type Widget =
  | 'pictures'
  | 'mask'
  | 'views'
  | 'audio'
  | 'text'
  | 'line'
  | 'kind'
  | 'shape'
  | 'count'
  | 'scale'
  | 'language'
  | 'seconds'
  | 'resolution'
  | 'number'
  | 'gender'
  | 'format'
  | 'formats'
  | 'expand'
  | 'consent';

/** An input of an operation. `plural` is where several go; `more` stands among the further settings; `auto` = asked for when the studio chooses the model. */
export interface InputField {
  readonly name: string;
  readonly widget: Widget;
  readonly plural?: string;
  readonly more?: true;
  readonly auto?: true;
  /** Asked for whatever the model says. */
  readonly always?: true;
  /** While the studio chooses the model: asked for when one of these kinds is wanted, `needed` by some of them. */
  readonly kinds?: readonly string[];
  readonly neededBy?: readonly string[];
}
