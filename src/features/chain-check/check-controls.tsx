import { dayOf } from '#domain/day.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useNow } from '#ui/use-now.ts';
import { useState } from 'react';

interface CheckControlsProps {
  running: boolean;
  /** An earlier run stopped before its end. */
  unfinished: boolean;
  day: string;
  onDay: (day: string) => void;
  /** False when the day is none to begin with. */
  onStart: () => boolean;
  onCancel: () => void;
  /** The person is at these buttons: the focus goes from one to the next. */
  keepFocus: boolean;
}

/** Since when, and the button; while it runs, the way to stop it. */
export function CheckControls(props: CheckControlsProps) {
  const { running, day } = props;
  const today = dayOf(useNow(60_000));
  const [refused, setRefused] = useState(false);
  const [pressed, setPressed] = useState(props.keepFocus);
  if (running)
    return (
      <div>
        <Button key="cancel" ref={pressed ? takeLostFocus : undefined} onClick={props.onCancel}>
          Cancel
        </Button>
      </div>
    );
  return (
    <div className="flex flex-wrap items-end gap-3">
      <TextField
        type="date"
        label="Payments since"
        value={day}
        max={today}
        onChange={(event) => props.onDay(event.target.value)}
        hint={day === '' ? 'This account has no known purchase to start from: choose a day.' : undefined}
        error={refused ? 'Choose today or an earlier day.' : undefined}
      />
      <Button
        key="start"
        ref={pressed ? takeLostFocus : undefined}
        onClick={() => {
          setPressed(true);
          setRefused(!props.onStart());
        }}
      >
        {props.unfinished ? 'Continue' : 'Check the chain'}
      </Button>
    </div>
  );
}

/** The button that had the focus is gone: the next one takes it, and the page stays where it is. */
function takeLostFocus(button: HTMLButtonElement | null): void {
  if (document.activeElement === document.body) button?.focus({ preventScroll: true });
}
