"""Mentoring in the chat: who goes with a council, dates, and the sessions that are told."""
