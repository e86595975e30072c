/** Of the look for evidence: apart, so that whoever only asks for a new look does not download it. Belongs to this browser, not to one account. */
export const EVIDENCE_KEY = ['this-browser', 'payment-evidence'] as const;
