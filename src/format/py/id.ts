/** This format's id. */
export const ID = 'py/2.7';
