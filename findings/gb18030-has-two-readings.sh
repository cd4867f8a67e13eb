#!/usr/bin/env bash
# Two bytes of GB 18030 are two different characters in .NET and in everything else.
#
# One would guess: GB18030 is one table, the same in .NET, in Node (and browsers) and in the C library; GBK is a part of it, so
#   "GBK" and "GB18030" agree on what both can say; a character that cannot be said gives an error.
# What happens: .NET has the edition of 2000: FE59 is U+E81E, of the private area; Node and iconv say U+9FB4. Then
#   the same word from two readers is not equal, and its digest neither. Under "GBK" .NET reads 䶮 (FE9F, a given name that
#   people do have) as U+E863, and writes it, and 㭎, as "?" without a word; under "GB18030" both are right.
# Seen with: System.Text.Encoding.CodePages of .NET 10, Node 20 (full ICU), glibc 2.36. Needs: node, iconv, .NET SDK 10.
# Why it matters: plates, names and texts of JT/T 808 terminals and of older police systems are GBK. A name is shown as a box,
#   looked up in vain ("who is that?": nobody known), or sent to a car as "?".
# A product must: decode what says GBK with GB18030, map the some 80 private characters to their present ones before a name
#   is compared or digested, and refuse (EncoderExceptionFallback) what cannot be sent.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >app.csproj <<'END'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
  </PropertyGroup>
</Project>
END
cat >Program.cs <<'END'
using System.Text;

Console.WriteLine($".NET {Environment.Version.Major}");
Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
foreach (var name in new[] { "GB18030", "GBK" })
{
    foreach (var bytes in new[] { "FE59", "FE61", "A6D9", "FE9F" })
        Console.WriteLine($".NET {name} {bytes} is U+{(int)Encoding.GetEncoding(name).GetString(Convert.FromHexString(bytes))[0]:X4}");
    foreach (var text in new[] { "䶮", "㭎" })
        Console.WriteLine($".NET {name} {text} is written {Convert.ToHexString(Encoding.GetEncoding(name).GetBytes(text))}");
}
END
cat >expected <<'END'
.NET 10
.NET GB18030 FE59 is U+E81E
.NET GB18030 FE61 is U+E826
.NET GB18030 A6D9 is U+E78D
.NET GB18030 FE9F is U+4DAE
.NET GB18030 䶮 is written FE9F
.NET GB18030 㭎 is written FE68
.NET GBK FE59 is U+E81E
.NET GBK FE61 is U+E826
.NET GBK A6D9 is U+E78D
.NET GBK FE9F is U+E863
.NET GBK 䶮 is written 3F
.NET GBK 㭎 is written 3F
node FE59 is U+9FB4, iconv U+9FB4
node FE61 is U+9FB5, iconv U+9FB5
node A6D9 is U+FE10, iconv U+FE10
node FE9F is U+4DAE, iconv U+4DAE
END
timeout 110 dotnet run -v q >seen
for bytes in FE59 FE61 A6D9 FE9F; do
  in_node=$(node -e 'const b = Buffer.from(process.argv[1], "hex");
    console.log(new TextDecoder("gb18030").decode(b).codePointAt(0).toString(16).toUpperCase())' "$bytes")
  in_iconv=$(printf '%b' "\\x${bytes:0:2}\\x${bytes:2:2}" | iconv -f GB18030 -t UTF-16BE | od -An -tx1 | tr -d ' \n' | tr a-f A-F)
  echo "node $bytes is U+$in_node, iconv U+$in_iconv" >>seen
done
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
