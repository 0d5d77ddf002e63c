"""What councils send by e-mail, entered by the office: applications and what was missing (equal treatment)."""
