from widgets.reference_data.pseudo_language import left_in_english, pseudo
from widgets.site.pseudo_prose import pseudo_prose


def test_every_text_is_changed_and_every_tag_stays():
    html = '<h1 id="a">Cramps</h1>\n<p>They <em>hurt</em>.<br/></p>'
    said = f'<h1 id="a">{pseudo("Cramps")}</h1>\n<p>{pseudo("They ")}<em>{pseudo("hurt")}</em>.<br/></p>'
    assert pseudo_prose(html) == said


def test_code_stays():
    assert pseudo_prose("<pre><code>import widgets</code></pre>") == "<pre><code>import widgets</code></pre>"


def test_text_after_code_is_changed():
    assert left_in_english(pseudo_prose("<code>run</code> shows it").split("</code>")[1]) == []


def test_formulas_stay():
    html = pseudo_prose("<p>It holds $x^2$ and\n$$y = \\frac{a}{b}$$ and \\(z\\).</p>")
    assert all(formula in html for formula in ("$x^2$", "$$y = \\frac{a}{b}$$", "\\(z\\)"))


def test_characters_by_name_stay():
    assert "&lt;" in pseudo_prose("<p>a &lt; b</p>")


def test_addresses_of_links_stay():
    assert 'href="home.ipynb"' in pseudo_prose('<a href="home.ipynb">Home</a>')
