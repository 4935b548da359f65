from kithmap.storage.listeners import Listeners


def test_a_function_that_listens_twice_is_told_twice_until_one_of_them_stops() -> None:
    heard: list[int] = []
    listeners = Listeners()

    def woken(_workshop: str, number: int) -> None:
        heard.append(number)

    stop = listeners.add(woken)
    listeners.add(woken)
    listeners.tell("lane", 1)
    stop()
    listeners.tell("lane", 2)
    assert heard == [1, 1, 2]


def test_a_listener_may_stop_listening_while_it_is_told() -> None:
    heard: list[int] = []
    listeners = Listeners()

    def once(_workshop: str, number: int) -> None:
        heard.append(number)
        stop()

    stop = listeners.add(once)
    listeners.tell("lane", 1)
    listeners.tell("lane", 2)
    assert heard == [1]
