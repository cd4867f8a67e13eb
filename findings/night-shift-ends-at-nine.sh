#!/usr/bin/env bash
# A rota in iCalendar: the night shift of the spring change of clocks ends at nine, not at eight.
#
# One would guess: DTSTART 20:00, DTEND 08:00 the next day, daily, in a zone with summer time: each shift ends at 08:00 by the
#   clock on the wall, and the next lead takes over then.
# What happens: Ical.Net keeps the exact length of the first shift (RFC 5545 says so): 12 hours from 20:00 end at 09:00 in the
#   short night and at 07:00 in the long one. From 07:00 to 08:00 of that morning nobody is on duty, in spring two are.
# Seen with: Ical.Net 5.2.4. Needs: .NET SDK 10.
# Why it matters: "who has the desk" decides who is woken by an escalation. An hour a year it is nobody.
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
using Ical.Net;

Console.WriteLine($"Ical.Net {typeof(Calendar).Assembly.GetName().Version!.ToString(3)}");
Show("spring", "20260307");
Show("autumn", "20261031");

static void Show(string season, string day)
{
    var next = DateOnly.ParseExact(day, "yyyyMMdd").AddDays(1).ToString("yyyyMMdd");
    var calendar = Calendar.Load($"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//centre.example//rota//EN
        BEGIN:VEVENT
        UID:night
        DTSTAMP:20260101T000000Z
        DTSTART;TZID=America/New_York:{day}T200000
        DTEND;TZID=America/New_York:{next}T080000
        RRULE:FREQ=DAILY;COUNT=2
        END:VEVENT
        BEGIN:VEVENT
        UID:usual
        DTSTAMP:20260101T000000Z
        DTSTART;TZID=America/New_York:20260601T200000
        DTEND;TZID=America/New_York:20260602T080000
        RRULE:FREQ=DAILY;UNTIL=20261102T120000Z
        END:VEVENT
        END:VCALENDAR
        """.ReplaceLineEndings("\r\n"))!;
    foreach (var e in calendar.Events)
        foreach (var o in e.GetOccurrences().Where(o => o.Period.StartTime.Value.ToString("yyyyMMdd") == day))
            Console.WriteLine($"{season}, {(e.Uid == "usual" ? "of a rota begun in June" : "begun that day")}: "
                + $"{o.Period.StartTime.Value:HH:mm} to {o.Period.EffectiveEndTime!.Value:HH:mm}");
}
END
cat >expected <<'END'
Ical.Net 5.2.4
spring, begun that day: 20:00 to 09:00
autumn, begun that day: 20:00 to 07:00
autumn, of a rota begun in June: 20:00 to 07:00
END
timeout 110 dotnet run -v q >seen
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
