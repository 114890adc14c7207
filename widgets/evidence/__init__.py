"""What is known of cramps and magnesium: causes, situations, cases, medicines, signs. Pure; no widgets in here."""
