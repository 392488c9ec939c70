/** This format's id; texts of sets carry it. */
export const ID = 'py/2.7';
