"""The shared map: assets, meeting places and the connections between them."""
