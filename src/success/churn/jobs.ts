/** Trains one horizon's model, as asked for in the console: `{ training_id }`. */
export const TRAIN_CHURN = 'train-churn';
/** Every night: a training where there is no model, or it is a month old. */
export const SCORE_CHURN = { name: 'score-churn', cron: '13 4 * * *' };

export type TrainChurnPayload = { training_id: string };
