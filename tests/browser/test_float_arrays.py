import struct

from widgets.browser.float_arrays import float32_bytes


def test_values_are_packed_as_little_endian_32_bit_floats():
    assert float32_bytes([0.5, -2.0, 1000.0]) == struct.pack("<3f", 0.5, -2.0, 1000.0)


def test_nothing_is_packed_into_no_bytes():
    assert float32_bytes(()) == b""


def test_a_tuple_and_a_generator_pack_alike():
    assert float32_bytes((1.0, 2.0)) == float32_bytes(float(n) for n in (1, 2))
