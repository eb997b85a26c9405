"""``standfirst serve`` on loopback, asked over connections that are kept alive."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence

from benchmarks import contract

#: Connections, each of which asks as soon as it is answered.
CONNECTIONS = 2


class Served:
    """The site of the network that the environment names, in a process of its own, as long as the block lasts."""

    def __enter__(self) -> Served:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        environment = {**os.environ, "STANDFIRST_PORT": str(self.port)}
        self.process = subprocess.Popen([sys.executable, "-m", "standfirst.cli", "serve"], env=environment)
        for _ in range(300):
            try:
                self._connected().close()
            except OSError:
                time.sleep(0.1)
            else:
                return self
        self.process.kill()
        raise SystemExit("the site did not start")

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(20)

    def measure(self, addresses: Sequence[str], coding: str = "") -> contract.Row:
        """Ask for each address once; the 99th percentile of the times to the last byte, and the rate."""
        shares = [addresses[n::CONNECTIONS] for n in range(CONNECTIONS)]
        times: list[list[float]] = [[] for _ in shares]
        threads = [
            threading.Thread(target=lambda n=n: times[n].extend(self.ask(shares[n], coding)))
            for n in range(CONNECTIONS)
        ]
        began = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        passed = time.perf_counter() - began
        all_times = sorted(each for share in times for each in share)
        if len(all_times) != len(addresses):
            raise SystemExit("an answer was not 200")
        return {"p99_ms": all_times[int(len(all_times) * 0.99)] * 1000, "requests_per_s": len(addresses) / passed}

    def ask(self, addresses: Sequence[str], coding: str = "") -> list[float]:
        """Ask one after the other over one connection; seconds each."""
        times: list[float] = []
        with self._connected() as connection:
            for address in addresses:
                request = f"GET {address} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {coding}\r\n\r\n".encode()
                began = time.perf_counter()
                connection.sendall(request)
                _whole(connection, address)
                times.append(time.perf_counter() - began)
        return times

    def _connected(self) -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection


def _whole(connection: socket.socket, address: str) -> None:
    """Read one answer to its last byte."""
    found = b""
    while b"\r\n\r\n" not in found:
        more = connection.recv(1 << 16)
        if not more:
            raise SystemExit(f"{address}: the connection was closed")
        found += more
    head, _, body = found.partition(b"\r\n\r\n")
    if b" 200 " not in head[:20]:
        raise SystemExit(f"{address}: {head[:40]!r}")
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    left = int(lengths[0].partition(b":")[2]) - len(body)
    while left > 0:
        left -= len(connection.recv(min(left, 1 << 18)))
