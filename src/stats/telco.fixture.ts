const NUMBERS = ['SeniorCitizen', 'tenure', 'MonthlyCharges', 'TotalCharges'];
const NOT_FEATURES = ['customerID', 'Churn'];

/**
 * The 30 features of the Telco customers: four numbers (an absent total is 0), and for each other column one dummy a
 * value, the first in the alphabet left out.
 */
export function telcoDesign(customers: readonly Record<string, string>[]): { rows: number[][]; outcomes: boolean[] } {
  const columns = Object.keys(customers[0] ?? {}).filter((column) => !NOT_FEATURES.includes(column));
  const dummies = columns
    .filter((column) => !NUMBERS.includes(column))
    .flatMap((column) => {
      const values = [...new Set(customers.map((customer) => customer[column] ?? ''))].sort();
      return values.slice(1).map((value) => ({ column, value }));
    });
  const rows = customers.map((customer) => [
    ...NUMBERS.map((column) => Number(customer[column] || 0)),
    ...dummies.map(({ column, value }) => (customer[column] === value ? 1 : 0)),
  ]);
  return { rows, outcomes: customers.map(({ Churn }) => Churn === 'Yes') };
}
