"""What articles note about errors: wordings, marks, pages of errata, and the values they state."""
