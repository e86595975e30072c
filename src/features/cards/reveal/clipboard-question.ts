import { create } from 'zustand';

interface ClipboardQuestion {
  /** A card detail was copied on this page. */
  copied: boolean;
  /** It may still be on the clipboard, and the person has to clear it. Outlives the card's page, as the clipboard does. */
  askToClear: boolean;
}

export const useAskToClear = create<ClipboardQuestion>(() => ({ copied: false, askToClear: false }));
