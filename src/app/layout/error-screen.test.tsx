import { render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ErrorScreen } from './error-screen.tsx';

afterEach(() => {
  vi.restoreAllMocks();
});

function Broken(): never {
  throw new Error('token=eyJhbGciOi.secret at broken.tsx:1');
}

test('S25: a page that breaks is said in a sentence, without the error’s own words', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  render(
    <ErrorScreen>
      <Broken />
    </ErrorScreen>,
  );
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Something went wrong');
  expect(screen.getByRole('alert').textContent).toContain('Any payment you had started is kept');
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeDefined();
  expect(document.body.textContent).not.toMatch(/token|secret|broken\.tsx/);
});

test('where everything around the page broke too, the message brings its own frame', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const frame = (message: React.ReactNode) => <main>{message}</main>;
  const { rerender } = render(<ErrorScreen frame={frame}>All is well</ErrorScreen>);
  expect(screen.queryByRole('main')).toBeNull();
  rerender(
    <ErrorScreen frame={frame}>
      <Broken />
    </ErrorScreen>,
  );
  expect(screen.getByRole('main').textContent).toContain('Something went wrong');
});
