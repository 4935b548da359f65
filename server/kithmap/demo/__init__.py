"""The demo programme: an invented English town, its seven areas, and the story two of its workshops tell.

Tarrowby, its people, organisations and councils are made up. Nothing here comes from OpenStreetMap or from any
survey: the file that [town_file][kithmap.demo.town_file] writes has OpenStreetMap's *format* only and is the
project's own work, under the project's licence (Apache-2.0). The words of the story are under CC BY 4.0.
"""
