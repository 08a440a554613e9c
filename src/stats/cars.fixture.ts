/** Henderson & Velleman 1981: weight (1,000 lb) and manual gearbox of 32 cars. */
export const WEIGHTS = [
  2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2, 1.615,
  1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
];
const MANUAL = [0, 1, 2, 17, 18, 19, 25, 26, 27, 28, 29, 30, 31];
/** Does weight tell whether the gearbox is manual? R's mtcars. */
export const CARS = {
  rows: WEIGHTS.map((weight) => [weight]),
  outcomes: WEIGHTS.map((_, car) => MANUAL.includes(car)),
};
