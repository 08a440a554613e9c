/** How long a password may be, in characters: short ones are guessed, endless ones cost a hash each. */
export const PASSWORD_LENGTH = { least: 10, most: 200 } as const;
