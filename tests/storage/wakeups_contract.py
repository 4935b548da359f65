"""What all wake-ups keep. Each implementation's tests inherit this and say how they are made."""

from abc import ABC, abstractmethod
from queue import SimpleQueue

import pytest

from kithmap.storage.wakeups import Wakeups

Heard = SimpleQueue[tuple[str, int]]


def listener(wakeups: Wakeups) -> Heard:
    heard: Heard = SimpleQueue()
    wakeups.listen(lambda workshop, number: heard.put((workshop, number)))
    return heard


class WakeupsContract(ABC):
    """The contract. ``wakeups`` is a fixture."""

    @abstractmethod
    @pytest.fixture
    def wakeups(self) -> Wakeups:
        """Return wake-ups that are ready to be heard."""

    def test_every_listener_hears_which_workshop_and_how_far(self, wakeups: Wakeups) -> None:
        one, other = listener(wakeups), listener(wakeups)
        wakeups.notify("lane", 7)
        assert one.get(timeout=5) == ("lane", 7)
        assert other.get(timeout=5) == ("lane", 7)

    def test_each_workshop_is_told_of(self, wakeups: Wakeups) -> None:
        heard = listener(wakeups)
        wakeups.notify("lane", 1)
        wakeups.notify("mill with a space", 2)
        assert {heard.get(timeout=5), heard.get(timeout=5)} == {("lane", 1), ("mill with a space", 2)}

    def test_whoever_stopped_listening_hears_nothing_more(self, wakeups: Wakeups) -> None:
        gone: Heard = SimpleQueue()
        stop = wakeups.listen(lambda workshop, number: gone.put((workshop, number)))
        heard = listener(wakeups)
        stop()
        stop()
        wakeups.notify("lane", 1)
        assert heard.get(timeout=5) == ("lane", 1)
        assert gone.empty()

    def test_a_listener_that_fails_does_not_keep_the_others_asleep(
        self, wakeups: Wakeups, caplog: pytest.LogCaptureFixture
    ) -> None:
        def fail(_workshop: str, _number: int) -> None:
            raise ZeroDivisionError

        wakeups.listen(fail)
        heard = listener(wakeups)
        wakeups.notify("lane", 1)
        assert heard.get(timeout=5) == ("lane", 1)
        wakeups.notify("lane", 2)
        assert heard.get(timeout=5) == ("lane", 2)
        assert "a listener failed" in caplog.text

    def test_closing_twice_is_no_fault(self, wakeups: Wakeups) -> None:
        wakeups.close()
        wakeups.close()
