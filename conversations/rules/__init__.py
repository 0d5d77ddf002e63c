"""Domain rules as pure functions: deadlines, roles, names of councils."""
