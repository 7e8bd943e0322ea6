"""`python -m counterclaim`: the same as the command `counterclaim`."""

from counterclaim.apps.cli import main

if __name__ == "__main__":
    main()
