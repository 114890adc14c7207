// What every part of a page is built with.

function element(tag, properties = {}, children = []) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

// A sentence of the wording with its named values; the wording is plain text, and stays it.
function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// A source: a link where there is an address.
function link({ reference, link: address }) {
  return address ? element("a", { href: address, textContent: reference, target: "_blank", rel: "noopener" }) : reference;
}

// Hands something to the browser to be saved.
function save(blob, name) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
