// addons: values
'use strict';
const assert = require('node:assert');
const { addon, collect, inProcess, inWorker, personality, referencesLeftBy, test, testOn } = require('./harness.js');

const { externalStrings } = addon('values');

/** How many texts are alive. */
function alive() {
  const [made, dropped] = externalStrings.counts();
  assert.ok(dropped <= made, `${dropped} dropped of ${made}`);
  return made - dropped;
}

/** An assertion that does not print a megabyte. */
function same(actual, expected) {
  assert.ok(actual === expected, `${actual.length} units, not the ${expected.length} expected`);
}

const ascii = ['', 'a', 'hello', '\0', 'a\0b', 'x'.repeat(13), 'x'.repeat(100_000)];
const latin1 = [...ascii, 'é', '\x80\xff', 'é'.repeat(100_000)];
const wide = ['я', '中', '🌿', '\uffff', '中'.repeat(100_000)];
const broken = ['\ud800', 'a\udfff', '\udc00\ud800'.repeat(50_000)];

test('they are strings', () => {
  for (const text of [...latin1, ...wide]) same(externalStrings.text(text), text);
  for (const text of latin1) same(externalStrings.latin1(text), text);
  for (const text of [...latin1, ...wide, ...broken]) same(externalStrings.utf16(text), text);
  const [one, other] = externalStrings.shared('shared by two, but not copied');
  same(one, other);
  same(externalStrings.literal(), 'a literal, which is in the library');
  same(externalStrings.inline(), 'inside of the value itself, moved once');
});

test('what is made of them is right', () => {
  const text = externalStrings.text('abc'.repeat(1000));
  same(text.slice(1, 2000), 'abc'.repeat(1000).slice(1, 2000));
  same(`${text}é${text}`, `${'abc'.repeat(1000)}é${'abc'.repeat(1000)}`);
  assert.strictEqual({ [externalStrings.text('key')]: 7 }.key, 7);
  assert.strictEqual(new Map([[externalStrings.utf16('key'), 7]]).get('key'), 7);
  assert.strictEqual(/b.*c/.exec(externalStrings.latin1('abcc'))[0], 'bcc');
  assert.strictEqual(JSON.parse(externalStrings.text('{"a":[1,2]}')).a[1], 2);
  assert.strictEqual(externalStrings.text(externalStrings.text('twice')), 'twice');
});

test('each text is dropped once, whether it was kept or copied', async () => {
  await collect();
  const [made] = externalStrings.counts();
  for (let round = 0; round < 5; round += 1) {
    for (const text of [...latin1, ...wide]) externalStrings.text(text);
    for (const text of latin1) externalStrings.latin1(text);
    for (const text of [...wide, ...broken]) externalStrings.utf16(text);
    externalStrings.shared('text');
    externalStrings.inline();
  }
  assert.ok(externalStrings.counts()[0] > made + 150);
  for (let round = 0; round < 20 && alive() > 0; round += 1) await collect();
  // A conservative collector may see a string or two where there is none.
  assert.ok(alive() <= 3, `${alive()} are left`);
});

testOn(['node'], 'a text stays where it is as long as its string lives', async () => {
  // OpenHarmony copies.
  if (personality) return;
  await collect();
  const before = alive();
  let kept = [externalStrings.text('kept by the host'), externalStrings.utf16('中 kept by the host'), externalStrings.inline()];
  assert.strictEqual(alive() - before, 3);
  // What is no ASCII is copied, and so is what is empty.
  kept.push(externalStrings.text('中 copied by us'), externalStrings.text(''), externalStrings.utf16(''));
  assert.strictEqual(alive() - before, 3);
  await collect();
  assert.strictEqual(alive() - before, 3);
  assert.strictEqual(kept[0], 'kept by the host');
  kept = undefined;
  for (let round = 0; round < 10 && alive() > before; round += 1) await collect();
  assert.strictEqual(alive(), before);
});

test('a destructor that panics ends nothing', () => {
  const result = inProcess(async (harness) => {
    const { externalStrings } = harness.addon('values');
    try {
      console.log(externalStrings.panicking());
    } catch (error) {
      // Where the text is copied, it is dropped in the call.
      console.log(error.code);
    }
    for (let round = 0; round < 10; round += 1) await harness.collect();
    const [made, dropped] = externalStrings.counts();
    console.log(made, dropped);
  });
  assert.match(result.stdout, /^(panics when it is dropped\n1 [01]|ERR_RUST_PANIC\n1 1)\n$/, JSON.stringify(result));
  assert.strictEqual(result.status, 0, JSON.stringify(result));
});

test('they end with their worker', async () => {
  await collect();
  const before = alive();
  for (let round = 0; round < 3; round += 1) {
    const length = await inWorker((harness) => {
      const { externalStrings } = harness.addon('values');
      globalThis.kept = [externalStrings.text('x'.repeat(1000)), externalStrings.utf16('中'.repeat(1000)), externalStrings.literal()];
      return globalThis.kept.join('').length;
    });
    assert.strictEqual(length, 2034);
  }
  for (let round = 0; round < 20 && alive() > before; round += 1) await collect();
  assert.ok(alive() <= before, `${alive() - before} are left`);
});

test('they may live to the end of the process', () => {
  const result = inProcess((harness) => {
    const { externalStrings } = harness.addon('values');
    globalThis.kept = [externalStrings.text('x'.repeat(1000)), externalStrings.literal()];
    console.log(globalThis.kept.join('').length);
  });
  assert.deepStrictEqual([result.status, result.stdout], [0, '1034\n'], JSON.stringify(result));
});

test('a text that is too long for the host is dropped', async () => {
  await collect();
  const before = alive();
  for (const wide of [false, true]) {
    try {
      // More than Node and Deno have in a string, and more than is handed over.
      assert.strictEqual(externalStrings.long(2 ** 29, wide).length, 2 ** 29);
    } catch (error) {
      assert.strictEqual(error.code, 'ERR_NODE_API', error.message);
    }
  }
  assert.ok(alive() <= before, `${alive() - before} are left`);
});

testOn(['node'], 'nothing is held', async () => {
  const left = await referencesLeftBy(() => {
    externalStrings.text('a text of some length');
    externalStrings.utf16('中 a text of some length');
  });
  assert.strictEqual(left, 0);
});
