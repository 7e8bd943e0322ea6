"""What the learned parts of attribution are made with: `prepare.py` writes what the tagger is trained on,
`calibrate.py` fits how far it and the rules are to be trusted. Both read PolNeAR train, and neither runs in a build.
"""
