#!/usr/bin/env bash
# A rota in iCalendar: the night shift of the spring change of clocks ends at nine, not at eight.
#
# One would guess: DTSTART 20:00, DTEND 08:00 the next day, daily, in a zone with summer time: each shift ends at 08:00 by the
#   clock on the wall, and the next lead takes over then.
# What happens: Ical.Net keeps the exact length of the first shift (RFC 5545 says so): 12 hours from 20:00 end at 09:00 in the
#   short night and at 07:00 in the long one: then nobody is on duty until 08:00. A rota that begins in the short night has a
#   first shift of 11 hours, and so ends at 07:00 every morning of the year.
# Seen with: Ical.Net 5.2.4. Needs: .NET SDK 10.
# Why it matters: "who has the desk" decides who is woken by an escalation. For an hour it is nobody, or two.
# A product must: import a shift as two wall-clock times and a zone (end = next start of the same rota), not as start + length;
#   warn about gaps and overlaps of a rota when it is loaded.
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
    <PackageReference Include="Ical.Net" Version="[5.2.4]" />
  </ItemGroup>
</Project>
END
cat >Program.cs <<'END'
using System.Diagnostics;
using Ical.Net;

var version = FileVersionInfo.GetVersionInfo(typeof(Calendar).Assembly.Location).ProductVersion!;
Console.WriteLine($"Ical.Net {version.Split('+')[0]}");
Show("spring, a rota begun the day before", new(2026, 3, 6), new(2026, 3, 7), new(2026, 3, 8));
Show("autumn, a rota begun in June", new(2026, 6, 1), new(2026, 10, 31), new(2026, 11, 1));
Show("spring, a rota begun that very night", new(2026, 3, 7), new(2026, 3, 7), new(2026, 3, 8));

static void Show(string what, DateOnly begun, DateOnly night, DateOnly next)
{
    var calendar = Calendar.Load($"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//centre.example//rota//EN
        BEGIN:VEVENT
        UID:night
        DTSTAMP:20260101T000000Z
        DTSTART;TZID=America/New_York:{begun:yyyyMMdd}T200000
        DTEND;TZID=America/New_York:{begun.AddDays(1):yyyyMMdd}T080000
        RRULE:FREQ=DAILY;COUNT=365
        END:VEVENT
        END:VCALENDAR
        """.ReplaceLineEndings("\r\n"))!;
    var shifts = calendar.Events.Single().GetOccurrences()
        .ToDictionary(o => DateOnly.FromDateTime(o.Period.StartTime.Value), o => o.Period);
    Console.WriteLine($"{what}: {Text(night)}; the night after: {Text(next)}");

    string Text(DateOnly day) => $"{shifts[day].StartTime.Value:HH:mm} to {shifts[day].EffectiveEndTime!.Value:HH:mm}";
}
END
cat >expected <<'END'
Ical.Net 5.2.4
spring, a rota begun the day before: 20:00 to 09:00; the night after: 20:00 to 08:00
autumn, a rota begun in June: 20:00 to 07:00; the night after: 20:00 to 08:00
spring, a rota begun that very night: 20:00 to 08:00; the night after: 20:00 to 07:00
END
timeout 110 dotnet run -v q >seen
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
