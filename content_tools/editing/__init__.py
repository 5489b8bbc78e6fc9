"""Room: the ways records are changed: canonical form, new, rename, retire, spreadsheets, forms, who answers for what."""
