using Tocsin.Tests.Load.Replay.Reading;

namespace Tocsin.Tests.LoadTests.Fakes;

/// <summary>The day that ships with the program, and small files made by hand.</summary>
public static class ShippedDay
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "data", "sffd-2017-01-01.csv");

    public static Readings Read() => IncidentFile.Read(Path, Zone);

    public static Readings Read(params string[] lines) => new IncidentFile(Zone).Read(new StringReader(string.Join('\n', lines)));
}
