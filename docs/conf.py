"""How Sphinx builds the documentation: `make docs`."""

project = "memcon"
author = "the memcon maintainers"
copyright = "2026, the memcon maintainers"
extensions = ["myst_parser"]
myst_enable_extensions = ["deflist", "colon_fence", "fieldlist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "memcon"
html_static_path = ["_static"]
html_css_files = ["docs.css"]
html_show_sphinx = False
pygments_style = "friendly"
