"""Scores a parser against gold: spans aligned, families counted, misses and extras kept."""
