"""What every page stands in: places, sentence, record, and somebody who notices when nobody answers."""
