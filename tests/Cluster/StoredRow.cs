using System.Globalization;
using Tocsin.Identity;
using Tocsin.Journal.Writing;

namespace Tocsin.Tests.Cluster;

/// <summary>An event with its board row, as a version of the program that does not exist yet would store them.</summary>
internal sealed record StoredRow(
    string Stream,
    int Kind,
    int Version,
    string EventKind,
    DateTimeOffset At,
    Guid Command,
    string Line,
    byte[] Hash,
    byte Bucket,
    string View,
    DateTimeOffset? DueAt)
{
    /// <summary>Makes one behind another event.</summary>
    public static StoredRow Of(
        string stream, int kind, int version, string eventKind, byte[] previous, string view, DateTimeOffset at, DateTimeOffset? dueAt)
    {
        var command = Guid.CreateVersion7();
        var time = EventLine.Time(at);
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"stream\":\"{stream}\",\"version\":{version},\"kind\":\"{eventKind}\",\"occurredAt\":\"{time}\"," +
            $"\"recordedAt\":\"{time}\",\"actor\":{{\"subject\":\"newer\",\"role\":\"dispatcher\",\"unitId\":null}}," +
            $"\"commandId\":\"{command}\",\"data\":{{\"title\":\"x\"}}}}");
        return new StoredRow(
            stream,
            kind,
            version,
            eventKind,
            at,
            command,
            line,
            EventLine.Hash(previous, line),
            StreamId.OfRow(stream).Bucket,
            view,
            dueAt);
    }
}
