"""What the office keeps beside the applications: who is a member, and what needs a person."""
