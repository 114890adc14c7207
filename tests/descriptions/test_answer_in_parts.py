from widgets.descriptions.answer_in_parts import answer_in_parts
from widgets.evidence.trials import pooled_results


def test_the_answer_goes_from_the_cell_to_the_trial():
    assert [part.scale for part in answer_in_parts()] == ["cell", "plate", "trial"]


def test_every_part_names_what_it_was_read_in():
    assert all(part.sources for part in answer_in_parts())


def test_the_trials_are_told_with_their_own_numbers():
    found, told = pooled_results()["cochrane_2020_cramps_a_week"].numbers, answer_in_parts()[-1].text
    assert all(f"{abs(number):g}" in told for number in found)


def test_the_sentence_on_trials_fits_the_signs_of_its_numbers():
    """It says "fewer", "anywhere from fewer to more", and that there may be no difference."""
    estimate, low, high, _ = pooled_results()["cochrane_2020_cramps_a_week"].numbers
    assert low < estimate < 0 < high
