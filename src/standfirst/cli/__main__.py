"""``python -m standfirst.cli`` is the command ``standfirst``."""

from standfirst.cli import main

if __name__ == "__main__":
    main()
