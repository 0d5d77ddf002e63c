"""The decisions go out, and all that follows: messages held, read and let go, answers, and hours that come back."""
