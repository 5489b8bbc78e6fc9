"""A city's records as workbooks and tables that agencies fill in, and the way back into the records."""
