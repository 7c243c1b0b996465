"""The generated pages of the documentation, each a pure function of data or code."""
