"""The form in the browser: its configuration made from the models, its page, its words."""
