from widgets.site.stop_token import may_stop, stop_token


def test_a_kernel_is_stopped_by_its_own_word():
    assert may_stop("kernel-1", stop_token("kernel-1"))


def test_a_kernel_is_not_stopped_by_the_word_of_another():
    assert not may_stop("kernel-1", stop_token("kernel-2"))


def test_a_kernel_is_not_stopped_without_a_word():
    assert not may_stop("kernel-1", "")
