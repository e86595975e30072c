import { usePreferences } from '#storage/preferences.ts';

/** `data-theme` on the document decides (ui/roles.css); without it the system does. Follows the setting, also when another tab changes it. */
export function followTheme(): void {
  const apply = () => {
    const { theme } = usePreferences.getState();
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  };
  apply();
  usePreferences.subscribe(apply);
}
