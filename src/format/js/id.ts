/** This format's id; texts of sets and queries carry it. */
export const ID = 'js/4.3';
