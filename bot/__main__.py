"""`python -m bot` is `xmess-bot`."""

from bot.cli import main

main()
