"""What pages and students call from a notebook cell or a script: `import widgets` offers it by name."""
