"""People on sockets: asked for by a line of JSON, they say ``here`` once all are in, and leave when nobody reads them any more.

Three of them a second look away from their phone, and back again the next time: the most that a hall of some hundred does.
"""

import asyncio
import itertools
import json
import sys
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

LOOKING_AWAY_A_SECOND = 3


async def stay(asked: dict[str, Any], cookie: str, came: asyncio.Semaphore) -> ClientConnection:
    """Come in, and say hello."""
    address = asked["address"]
    async with came:
        line = await connect(
            f"ws://{address}/live/{asked['workshop']}?as=participant",
            additional_headers={"Cookie": cookie},
            origin=f"http://{address}",  # type: ignore[arg-type]
            compression=None,
            max_size=None,
            ping_interval=None,
        )
        await line.send(json.dumps({"type": "hello", "protocol": 1, "after": None}))
        await line.recv()
    return line


async def listen(line: ClientConnection) -> None:
    """Take in what comes, as a phone does."""
    async for _ in line:
        pass


async def look_away(lines: list[ClientConnection]) -> None:
    """Tell of one person after the other that they are idle, or active again."""
    for number in itertools.count():
        turn, who = divmod(number * 7, len(lines))
        state = "active" if turn % 2 else "idle"
        await lines[who].send(json.dumps({"type": "presence", "state": state}))
        await asyncio.sleep(1 / LOOKING_AWAY_A_SECOND)


async def main() -> None:
    """Come in, stay, and leave when the other side of the pipe is closed."""
    loop = asyncio.get_running_loop()
    asked = json.loads(await loop.run_in_executor(None, sys.stdin.readline))
    came = asyncio.Semaphore(20)
    lines = list(await asyncio.gather(*(stay(asked, cookie, came) for cookie in asked["cookies"])))
    tasks = [asyncio.create_task(listen(line)) for line in lines]
    tasks.append(asyncio.create_task(look_away(lines)))
    print("here", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*(line.close() for line in lines), return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
