"""The plan as tables that anyone may take along: `columns` says how, `tables` says what."""
