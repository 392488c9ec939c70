/** The same trees and answers each time, so that a new recording shows what a Node.js prints otherwise. */
export const SEED = 20211015;
