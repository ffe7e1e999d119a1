import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textOfHtml } from './text-of-html.js';

describe('textOfHtml', () => {
  it.each([
    ['STOP', 'STOP'],
    ['<p>STOP</p>', 'STOP'],
    ['<div>one<br>two</div><div>three</div>', 'one\ntwo\nthree'],
    ['<b>S</b>TOP', 'STOP'],
    ['a  \n <i>b</i>', 'a\nb'],
    ['<style>p { color: red }</style><p>STOP</p>', 'STOP'],
    ['<script>if (a < b) stop()</script>STOP', 'STOP'],
    ['<!--[if mso]> <table> <![endif]-->STOP', 'STOP'],
    ['<header>Hi</header>', 'Hi'],
    ['Tom &amp; Ada&nbsp;&lt;3 &#83;&#x54;OP', 'Tom & Ada <3 STOP'],
    ['&unknown; &#0; &#xFFFFFF; &#xD800;', '&unknown; \uFFFD \uFFFD \uFFFD'],
    ['1 < 2', '1'],
    ['<style>never closed', ''],
    ['<!-- never closed', ''],
    ['', ''],
  ])('reads %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  it('never throws, and gives text that can be stored', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom('<', '>', '<!--', '-->', '<style>', '</style', '&#', ';'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => expect(textOfHtml(pieces.join('')).isWellFormed()).toBe(true)),
    );
  });
});
