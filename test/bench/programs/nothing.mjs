// Starts and ends: what Node.js itself costs.
