#!/usr/bin/env bash
# pinyin-pro reads well-known places and surnames by their everyday sound, and does not find ü as it is typed.
#
# One would guess: the best-kept pinyin library knows counties and surnames, and `match` finds 吕梁 (a city of Shanxi) by
#   "lvliang", as every input method takes it, or by "luliang".
# What happens: of 12 counties and quarters 10 are read wrong (Shanxi's own 洪洞 hóng tóng as "hong dong"). Surnames are right
#   only with surname: 'head', which is not the default. `match` needs the letter ü, which no keyboard has; by default it
#   also takes 'dm' as 东…门 of 东湖大门, characters apart.
# Seen with: pinyin-pro 3.29.4, Node 20. Needs: node, npm.
# Why it matters: a gazetteer is searched by pinyin and initials while the caller speaks; a place that is not found is typed
#   as free text, and has no coordinates.
# A product must: index all readings of each character, and its own names' readings as aliases; write ü as v, u and yu too.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"name": "finding", "private": true}' >package.json
npm install --save-exact --no-audit --no-fund --ignore-scripts pinyin-pro@3.29.4 >/dev/null
cat >run.cjs <<'END'
const { pinyin, match } = require("pinyin-pro");
console.log("pinyin-pro", require("pinyin-pro/package.json").version);
const plain = (text, more) => pinyin(text, { toneType: "none", ...more });
const places = {
  洪洞: "hong tong", 繁峙: "fan shi", 解州: "hai zhou", 蔚县: "yu xian", 乐亭: "lao ting", 浚县: "xun xian",
  单县: "shan xian", 歙县: "she xian", 乐都: "le du", 大栅栏: "da shi lan", 虒亭: "si ting", 铅山: "yan shan",
};
const wrong = Object.keys(places).filter(place => plain(place) !== places[place]);
console.log(`places wrong: ${wrong.length} of ${Object.keys(places).length}`);
for (const place of wrong) console.log(`  ${place} ${plain(place)}, is ${places[place]}`);
const surnames = { 单雄信: "shan xiong xin", 解晓东: "xie xiao dong", 区伯: "ou bo", 查良镛: "zha liang yong", 朴树: "piao shu" };
const right = more => Object.keys(surnames).filter(name => plain(name, more) === surnames[name]).length;
console.log(`surnames right: ${right({})} of 5, with surname head: ${right({ surname: "head" })} of 5`);
for (const typed of ["lvliang", "luliang", "lüliang"]) console.log(`吕梁 by ${typed}: ${match("吕梁", typed) ? "found" : "not found"}`);
const found = more => match("东湖大门", "dm", more).map(i => "东湖大门"[i]).join("");
console.log(`东湖大门 by dm: ${found({})}, continuous: ${found({ continuous: true })}`);
END
node run.cjs >seen
cat >expected <<'END'
pinyin-pro 3.29.4
places wrong: 10 of 12
  洪洞 hong dong, is hong tong
  繁峙 fan zhi, is fan shi
  解州 jie zhou, is hai zhou
  蔚县 wei xian, is yu xian
  乐亭 le ting, is lao ting
  浚县 jun xian, is xun xian
  单县 dan xian, is shan xian
  歙县 xi xian, is she xian
  乐都 le dou, is le du
  大栅栏 da zha lan, is da shi lan
surnames right: 0 of 5, with surname head: 5 of 5
吕梁 by lvliang: not found
吕梁 by luliang: not found
吕梁 by lüliang: found
东湖大门 by dm: 东门, continuous: 大门
END
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
