"""Room: which pages exist, what stands on each, and the words around the data.

Templates lie beside the code and are autoescaped; drawings come from `visuals`, facts from `insight`.
"""
