"""Room: files for download or for other printers, made from the same plan and pages."""
