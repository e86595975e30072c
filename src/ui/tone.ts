/** What a mark or a notice means. Color repeats the words beside it and never stands alone. */
export type Tone = 'neutral' | 'positive' | 'caution' | 'danger';

export const toneFill: Record<Tone, string> = {
  neutral: 'bg-muted',
  positive: 'bg-positive',
  caution: 'bg-caution',
  danger: 'bg-danger',
};
