using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Tocsin.Commands;
using Tocsin.Json;
using Tocsin.Positions;
using Tocsin.Presence;

namespace Tocsin.Live;

/// <summary>
/// Makes frames of positions, marks of units and presences that changed since a client's last one. The frame that nearly all clients get is
/// made once.
/// </summary>
internal sealed class FeedTelemetry(UnitPositionsTable positions, RefusedReportsTable refused, PresenceTable presences)
{
    private readonly Lock _lock = new();
    private (long After, long Tick, byte[]? Frame)? _all;

    /// <summary>The positions that changed after a second, as this client wants them; null when there are none.</summary>
    public byte[]? Positions(FeedFilter filter, BoardPicture picture, ref long tick)
    {
        var after = tick;
        tick = positions.Tick - 1;
        if (after == tick)
            return null;
        if (!filter.SeesAll || !filter.Positions.IsAll)
        {
            return Write(positions.Since(after).Changed
                .Where(p => filter.Positions.Has(p.Report.Lat, p.Report.Lon) && Concerns(filter, picture, p.Report.UnitId)));
        }
        lock (_lock)
        {
            if (_all is { } all && all.After == after && all.Tick == tick)
                return all.Frame;
            var frame = Write(positions.Since(after).Changed);
            _all = (after, tick, frame);
            return frame;
        }
    }

    /// <summary>The units whose reports are refused for long, or are not any more, since a mark; null when there are none.</summary>
    public byte[]? Reporting(FeedFilter filter, BoardPicture picture, ref long mark)
    {
        (var changed, mark) = refused.Since(mark);
        if (changed.Count == 0)
            return null;
        var buffer = new ArrayBufferWriter<byte>();
        var any = false;
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var (unit, code, since) in changed)
            {
                if (!filter.SeesAll && !Concerns(filter, picture, unit))
                    continue;
                any = true;
                json.WriteStartObject();
                json.WriteString("unitId", unit);
                json.WriteString("refused", code);
                json.WriteString("since", since is { } at ? Text(at) : null);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return any ? FrameText.Named("reporting", buffer.WrittenSpan) : null;
    }

    /// <summary>The presences that changed after a mark; null when there are none.</summary>
    public byte[]? Presences(ref long mark)
    {
        (var changed, mark) = presences.Since(mark);
        if (changed.Count == 0)
            return null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var report in changed)
                Write(json, report);
            json.WriteEndArray();
        }

        return FrameText.Named("presence", buffer.WrittenSpan);
    }

    private static bool Concerns(FeedFilter filter, BoardPicture picture, string unit)
    {
        if (filter.Reader.Role == Roles.Unit)
            return filter.Reader.UnitId?.Value == unit;
        var station = picture.StationOf(unit);
        return (filter.Reader.Role != Roles.Station || (station is not null && station == filter.Reader.Station))
            && (filter.Stations is not { } stations || (station is not null && stations.Contains(station)));
    }

    private static byte[]? Write(IEnumerable<(PositionReport Report, bool Stale)> changed)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var any = false;
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var (report, stale) in changed)
            {
                any = true;
                json.WriteStartObject();
                json.WriteString("unitId", report.UnitId);
                json.WriteNumber("lat", report.Lat);
                json.WriteNumber("lon", report.Lon);
                json.WriteString("at", Text(report.At));
                WriteNumber(json, "speed", report.Speed);
                WriteNumber(json, "heading", report.Heading);
                json.WriteBoolean("stale", stale);
                WriteNumber(json, "accuracy", report.Accuracy);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return any ? FrameText.Named("positions", buffer.WrittenSpan) : null;
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(InstantConverter.Format, CultureInfo.InvariantCulture);

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void Write(Utf8JsonWriter json, PresenceReport report)
    {
        json.WriteStartObject();
        json.WriteString("consoleId", report.ConsoleId);
        json.WriteString("subject", report.Subject);
        json.WriteString("role", report.Role);
        json.WriteString("incidentId", report.IncidentId?.Value);
        json.WriteEndObject();
    }
}
