"""The outside: Telegram, the network, the clock, files and the command line."""
