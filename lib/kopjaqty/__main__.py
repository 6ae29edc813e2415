"""`python -m kopjaqty`: the command `kopjaqty`, where its script is not on the path."""

from kopjaqty.cli import main

if __name__ == "__main__":
    main()
