"""How much magnesium people need and how much of a supplement is too much, as expert groups have set it. Pure."""
