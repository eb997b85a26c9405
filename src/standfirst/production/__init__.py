"""Production: moves work through the rooms. The one room that knows them all."""
