import { THEMES, usePreferences, type Theme } from '#storage/preferences.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { SegmentedControl } from '#ui/segmented-control.tsx';

const NAMES: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' };

/** Light or dark, and how long card numbers and codes stay in sight. */
export function AppearanceSettings() {
  const { theme, hideOnBlur } = usePreferences();
  return (
    <div className="flex flex-col gap-5">
      <div>
        <SegmentedControl
          legend="Theme"
          options={THEMES.map((value) => ({ value, label: NAMES[value] }))}
          value={theme}
          onChange={(chosen) => usePreferences.setState({ theme: chosen })}
        />
      </div>
      <Checkbox
        label="Hide card numbers and codes when I go to another window"
        hint="Otherwise they stay for their 30 seconds, so that you can type them there."
        checked={hideOnBlur}
        onChange={(event) => usePreferences.setState({ hideOnBlur: event.target.checked })}
      />
    </div>
  );
}
