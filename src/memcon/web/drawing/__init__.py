"""Drawing: pure functions from facts to SVG. Colours and fonts come from the stylesheet, by class."""
