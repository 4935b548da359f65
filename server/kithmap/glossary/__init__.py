"""Terms and indicators with their meanings: concepts, versions, differences, and the vocabularies that others read."""
