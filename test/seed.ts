import fc from 'fast-check';

/**
 * The same properties with the same seed every time, so that a commit is judged by what it changes. The nightly run looks
 * further: it sets PRINTPROOF_TEST_SEED to a new number each time. A failure prints its seed and path as usual.
 */
fc.configureGlobal({ seed: Number(process.env['PRINTPROOF_TEST_SEED'] ?? '20211015') });
