"""The mind: dialogues and domain rules. Pure: no I/O, no clock, no Telegram, no SQL, no await."""
