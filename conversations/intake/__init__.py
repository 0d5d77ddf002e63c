"""The application: from the first screen to the numbered receipt."""
