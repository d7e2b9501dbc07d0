"""What people and programs may send, before anything is made of it."""
