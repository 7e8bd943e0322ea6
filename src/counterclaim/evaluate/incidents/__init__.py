"""What the likeness of tellings is fitted on: `python -m counterclaim.evaluate.incidents.fit DATA LEDGER`."""
