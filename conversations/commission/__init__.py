"""The technical commission at work: assessing, the meeting, the proposed order, decisions and the proposed minutes."""
