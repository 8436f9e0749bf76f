"""String machinery that has never heard of resolutions."""
