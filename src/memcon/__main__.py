"""`python -m memcon`: the command line where no script is on the path."""

from memcon.cli import main

main()
