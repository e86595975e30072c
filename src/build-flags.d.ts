interface ImportMetaEnv {
  /** `accountCard` is in the configuration of this build (vite.config.ts). Undefined outside of Vite. */
  readonly LASO_ACCOUNT_CARD?: boolean;
}
