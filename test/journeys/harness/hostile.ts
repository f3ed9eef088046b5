/** Twenty-one kinds of text that would do something where text is taken for more: by name, with a word to find it by. */
export const HOSTILE: readonly (readonly [kind: string, text: string])[] = [
  ['script element', '<script>alert("hx1")</script>'],
  ['image handler', '<img src=x onerror=alert("hx2")>'],
  ['vector graphic', '<svg onload=alert("hx3")><circle r=9></svg>'],
  ['foreign frame', '<iframe src="https://evil.example/hx4"></iframe>'],
  ['script link', '<a href="javascript:alert(\'hx5\')">press</a>'],
  ['foreign image', '<img src="https://evil.example/hx6.png">'],
  ['style element', '<style>body{display:none}/*hx7*/</style>'],
  ['style attribute', '<p style="position:fixed;inset:0;background:url(https://evil.example/hx8)">x</p>'],
  ['object', '<object data="https://evil.example/hx9"></object>'],
  ['form', '<form action="https://evil.example/hx10"><button>Send</button></form>'],
  ['base', '<base href="https://evil.example/hx11/">'],
  ['refresh', '<meta http-equiv="refresh" content="0;url=https://evil.example/hx12">'],
  ['closing of the boot block', '</script><script>alert("hx13")</script>'],
  ['attribute breakout', '" onmouseover="alert(\'hx14\')" x="'],
  ['template of a framework', '{{constructor.constructor("alert(\'hx15\')")()}}'],
  ['template literal', `\${alert("hx16")}`],
  ['markdown', '[press](javascript:alert("hx17")) ![x](https://evil.example/hx17.png)'],
  ['math', '<math><mtext><img src=x onerror=alert("hx18")></mtext></math>'],
  ['comment', '<!--><img src=x onerror=alert("hx19")>-->'],
  ['turned direction', '\u202ehx20 >"hx20"(trela=rorreno x=crs gmi<\u202c'],
  ['entities', '&lt;img src=x onerror=alert(&quot;hx21&quot;)&gt; &#60;script&#62;hx21'],
];

/** How many of the texts stand in a piece of text, by their words. */
export const foundIn = (text: string): number =>
  HOSTILE.filter((_, i) => new RegExp(`hx${i + 1}(?!\\d)`).test(text)).length;
