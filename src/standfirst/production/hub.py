"""Speaks to a WebSub hub: guarded as every request of ours, and bounded in time."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from urllib.parse import urlencode

from standfirst.errors import UsageError
from standfirst.gathering import addresses, guard, outcomes
from standfirst.gathering.policy import Policy


async def publish(hub: str, batches: Sequence[Sequence[str]], policy: Policy, seconds: float) -> tuple[int, str]:
    """Tell the hub of batches of topics, one after the other; how many it took, and why no more ("" for all).

    WebSub leaves to hub and publisher how they speak. This is the form that the hubs there are understand:
    ``hub.mode=publish`` and each topic as ``hub.url``, answered with any status of success. Redirects are not followed.
    """
    import aiohttp

    taken = 0
    headers = {"User-Agent": policy.user_agent, "Content-Type": "application/x-www-form-urlencoded"}
    connector = guard.connector(allow_private=policy.allow_private)
    try:
        address = addresses.normalise(hub)
        async with (
            asyncio.timeout(seconds),
            aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), headers=headers, trust_env=False
            ) as session,
        ):
            for batch in batches:
                form = urlencode([("hub.mode", "publish"), *(("hub.url", topic) for topic in batch)])
                async with session.post(address, data=form.encode(), allow_redirects=False) as response:
                    if not 200 <= response.status < 300:
                        return taken, f"it answers {response.status}"
                taken += 1
    except UsageError as error:
        return taken, error.reason
    except (aiohttp.ClientError, OSError, ValueError) as error:
        return taken, outcomes.of_error(hub, error, seconds=seconds, most=policy.max_bytes).reason
    finally:
        await connector.close()
    return taken, ""
