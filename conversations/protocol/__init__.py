"""The vocabulary that every layer shares: what a person did, what must be known, what is said and what becomes true."""
