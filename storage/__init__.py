"""The memory: tables, transactions, migrations."""
