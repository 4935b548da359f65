"""The live host: runs rooms over WebSockets and plain HTTP. It decides nothing; what may happen is the engine's and the rules'."""
