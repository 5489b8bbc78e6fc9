"""Room: files become a `Plan`, or a list of problems with file, line, column and repair.

The only room, with `editing`, that knows YAML. Nothing here prints or stops.
"""
