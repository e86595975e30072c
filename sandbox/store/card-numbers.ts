/**
 * Card data for serial number n: every number starts 4111 11, passes the Luhn check and is unique, so that a
 * test can look for it anywhere it must not be.
 */
export function cardNumberFor(serial: number): string {
  const middle = String((serial * 104_729 + 20_717) % 1_000_000_000).padStart(9, '0');
  const body = `411111${middle}`;
  return `${body}${luhnDigit(body)}`;
}

export const cvvFor = (serial: number): string => String(100 + ((serial * 389 + 17) % 900));

/** The id of an international card after its issuer made it; it differs from its order's id. */
export const issuerIdFor = (serial: number): string => `txn_${(serial * 48_611 + 900_007).toString(36)}`;

function luhnDigit(body: string): number {
  const sum = [...body].reduceRight((total, digit, index) => {
    const doubled = (body.length - 1 - index) % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
