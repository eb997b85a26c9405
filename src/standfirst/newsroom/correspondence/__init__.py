"""What the public sends and asks for: reports and requests, the newsletter's readers, and how much is taken in."""
