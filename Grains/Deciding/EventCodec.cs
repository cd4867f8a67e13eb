using System.Collections.Frozen;
using System.Text.Json;
using Tocsin.Calls;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Policies;
using Tocsin.RunCards;
using Tocsin.Stations;
using Tocsin.Units;

namespace Tocsin.Deciding;

/// <summary>Between an event and its text: the name of its type is its kind, its members are its data.</summary>
public static class EventCodec
{
    private static readonly FrozenDictionary<StreamKind, FrozenDictionary<string, Type>> Kinds = new Dictionary<StreamKind, FrozenDictionary<string, Type>>
    {
        [StreamKind.Incident] = KindsOf(typeof(IncidentEvent)),
        [StreamKind.Unit] = KindsOf(typeof(UnitEvent)),
        [StreamKind.Call] = KindsOf(typeof(CallEvent)),
        [StreamKind.Station] = KindsOf(typeof(StationEvent)),
        [StreamKind.Policy] = KindsOf(typeof(PolicyEvent)),
        [StreamKind.Setting] = KindsOf(typeof(SettingEvent)),
        [StreamKind.RunCard] = KindsOf(typeof(RunCardEvent)),
    }.ToFrozenDictionary();

    /// <summary>The event's kind.</summary>
    public static string Kind(object happened) => happened.GetType().Name;

    /// <summary>The event's data.</summary>
    public static string Encode(object happened) => JsonSerializer.Serialize(happened, TocsinJson.Options.GetTypeInfo(happened.GetType()));

    /// <summary>The kinds of a stream that this code knows.</summary>
    public static IEnumerable<string> KnownKinds(StreamKind stream) => Kinds[stream].Keys;

    /// <summary>Reads an event out of its line.</summary>
    /// <exception cref="UnknownEventKindException">A newer version of the program wrote it: this one must not guess.</exception>
    public static object Decode(StreamId stream, string kind, string line)
    {
        using var document = JsonDocument.Parse(line);
        return Decode(stream, kind, document.RootElement);
    }

    /// <summary>Reads an event out of its line, parsed.</summary>
    /// <exception cref="UnknownEventKindException">A newer version of the program wrote it: this one must not guess.</exception>
    public static object Decode(StreamId stream, string kind, JsonElement line)
    {
        if (!Kinds[stream.Kind].TryGetValue(kind, out var type))
            throw new UnknownEventKindException(stream, kind);
        return line.GetProperty("data").Deserialize(TocsinJson.Options.GetTypeInfo(type))
            ?? throw new JsonException($"An event of {stream} has no data.");
    }

    private static FrozenDictionary<string, Type> KindsOf(Type root) =>
        root.Assembly.GetTypes().Where(t => t.BaseType == root).ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
}
