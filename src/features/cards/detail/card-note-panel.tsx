import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { Card } from '#domain/card.ts';
import { holdsCardNumber } from '#domain/card-number.ts';
import {
  currentNoteOf,
  LABEL_LENGTH,
  NOTE_LENGTH,
  noteOf,
  setCardNote,
  useCardNotes,
} from '#storage/card-notes.ts';
import { Button } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';

/** A label and a note of the owner's own, on this device only. What looks like a card number is refused: notes are not encrypted. */
export function CardNotePanel({ card }: { card: Card }) {
  const saved = useCardNotes((state) => noteOf(state.notes, card));
  const [editing, setEditing] = useState(false);
  const empty = !saved.label && !saved.note;
  if (editing)
    return (
      <Panel title="Your notes">
        <NoteForm card={card} onDone={() => setEditing(false)} />
      </Panel>
    );
  return (
    <Panel
      title="Your notes"
      actions={
        <Button size="small" onClick={() => setEditing(true)}>
          {empty ? 'Add a label or note' : 'Edit notes'}
        </Button>
      }
    >
      {saved.label && <p className="font-medium">{saved.label}</p>}
      {saved.note && <p className="max-w-prose break-words whitespace-pre-wrap">{saved.note}</p>}
      <p className="text-sm text-muted">
        {empty ? 'A label shows in lists and can be searched for. ' : ''}On this device only; Laso does not
        see it.
      </p>
    </Panel>
  );
}

function NoteForm({ card, onDone }: { card: Card; onDone: () => void }) {
  const [saved] = useState(() => currentNoteOf(card));
  const [label, setLabel] = useState(saved.label);
  const [note, setNote] = useState(saved.note);
  const [refused, setRefused] = useState(false);
  const hintId = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const problem = (text: string) =>
    refused && holdsCardNumber(text)
      ? 'This looks like a card number. Notes are not encrypted: remove it; the last four digits are enough.'
      : undefined;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (holdsCardNumber(label) || holdsCardNumber(note)) {
      setRefused(true);
      return;
    }
    setCardNote(card, { label, note });
    onDone();
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4" aria-describedby={hintId}>
      <TextField
        label="Label"
        value={label}
        maxLength={LABEL_LENGTH}
        autoComplete="off"
        ref={field}
        error={problem(label)}
        onChange={(event) => setLabel(event.target.value)}
      />
      <TextArea
        label="Note"
        value={note}
        rows={3}
        maxLength={NOTE_LENGTH}
        error={problem(note)}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit">Save notes</Button>
        <Button variant="quiet" onClick={onDone}>
          Discard changes
        </Button>
      </div>
      <p id={hintId} className="text-sm text-muted">
        Kept on this device and not encrypted: no card numbers, no codes.
      </p>
    </form>
  );
}
