"""The person's rights in the chat: seeing what is held (`mine`) and erasing it (`erasing`) (R54)."""
