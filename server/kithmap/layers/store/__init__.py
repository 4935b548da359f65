"""Every query about layers: releases and their features are added and read, and nothing here changes or removes one."""
