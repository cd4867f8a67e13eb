#!/usr/bin/env bash
# A spreadsheet from a Chinese Excel: MiniExcel reads half of its dates and times as plain numbers.
#
# One would guess: a cell that Excel shows as 2026年11月30日 is a date for a reader of spreadsheets.
# What happens: Excel's own Chinese formats have numbers without a text in the file (27 to 36, 50 to 58: their meaning hangs on the
#   language). Of those that its "format cells" offers first MiniExcel knows 58 only; 31 (2026年11月30日), 57 and 27 come back as the
#   double 46356.34375. So does 上午/下午h:mm, the usual time, whose text is in the file. The same date with the text
#   yyyy"年"m"月"d"日" written out is a DateTime. SheetJS reads all seven.
# Seen with: MiniExcel 1.46.0, SheetJS (npm xlsx 0.18.5). Needs: node, npm, .NET SDK 10.
# Why it matters: rosters, shift plans and last year's incidents come as such sheets. An import that asks "is it a DateTime?" drops the
#   date of receipt, or keeps "46356.34375" as a text; which rows depends on who formatted the column.
# A product must: ask which columns are dates (Tocsin's import takes a map), and take a number there as Excel's days since 1899-12-30.
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
  <ItemGroup>
    <PackageReference Include="MiniExcel" Version="[1.46.0]" />
  </ItemGroup>
</Project>
END
cat >Program.cs <<'END'
using System.IO.Compression;
using MiniExcelLibs;

const string Spread = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const string Package = "http://schemas.openxmlformats.org/package/2006";
int[] formats = [14, 31, 57, 58, 27, 176, 177];
using (var zip = ZipFile.Open("units.xlsx", ZipArchiveMode.Create))
{
    const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    Put("[Content_Types].xml", $"""
        <Types xmlns="{Package}/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/>
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Type}.worksheet+xml"/>
        <Override PartName="/xl/styles.xml" ContentType="{Type}.styles+xml"/></Types>
        """);
    Put("_rels/.rels", Relations(("officeDocument", "xl/workbook.xml")));
    Put("xl/_rels/workbook.xml.rels", Relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")));
    Put("xl/workbook.xml", $"""
        <workbook xmlns="{Spread}" xmlns:r="{Office}"><sheets><sheet name="units" sheetId="1" r:id="rId1"/></sheets></workbook>
        """);
    var cells = string.Concat(formats.Prepend(0).Select(f => $"""<xf numFmtId="{f}" fontId="0" fillId="0" borderId="0" xfId="0"/>"""));
    Put("xl/styles.xml", $"""
        <styleSheet xmlns="{Spread}"><numFmts count="2">
        <numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
        <numFmt numFmtId="177" formatCode="[$-804]上午/下午h:mm;@"/></numFmts>
        <fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>
        <fills count="1"><fill><patternFill patternType="none"/></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="8">{cells}</cellXfs></styleSheet>
        """);
    var row = string.Concat(formats.Select((_, i) => $"""<c r="{(char)('A' + i)}1" s="{i + 1}"><v>46356.34375</v></c>"""));
    Put("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Spread}"><sheetData><row r="1">{row}</row></sheetData></worksheet>""");

    void Put(string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write("""<?xml version="1.0" encoding="UTF-8"?>""" + "\n" + text);
    }

    static string Relations(params (string Type, string Target)[] all) => $"<Relationships xmlns=\"{Package}/relationships\">"
        + string.Concat(all.Select((r, i) => $"""<Relationship Id="rId{i + 1}" Type="{Office}/{r.Type}" Target="{r.Target}"/>"""))
        + "</Relationships>";
}

Console.WriteLine($"MiniExcel {typeof(MiniExcel).Assembly.GetName().Version!.ToString(3)}");
foreach (IDictionary<string, object> row in MiniExcel.Query("units.xlsx"))
    foreach (var (format, value) in formats.Zip(row.Values))
        Console.WriteLine($"MiniExcel, format {format}: {value.GetType().Name}");
END
cat >expected <<'END'
MiniExcel 1.46.0
MiniExcel, format 14: DateTime
MiniExcel, format 31: Double
MiniExcel, format 57: Double
MiniExcel, format 58: DateTime
MiniExcel, format 27: Double
MiniExcel, format 176: DateTime
MiniExcel, format 177: Double
SheetJS 0.18.5 dates: ddddddd
END
timeout 110 dotnet run -v q >seen
echo '{"name": "finding", "private": true}' >package.json
npm install --save-exact --no-audit --no-fund --ignore-scripts xlsx@0.18.5 >/dev/null
node -e 'const x = require("xlsx"), book = x.readFile("units.xlsx", { cellDates: true }), sheet = book.Sheets.units;
  console.log("SheetJS", x.version, "dates:", [..."ABCDEFG"].map(c => sheet[c + "1"].t).join(""))' >>seen
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
