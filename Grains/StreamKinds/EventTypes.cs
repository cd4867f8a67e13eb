using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Tocsin.Erasing;
using Tocsin.Journal;
using Tocsin.Journal.Erasing;

namespace Tocsin.StreamKinds;

/// <summary>The kinds of events of one kind of stream. The name of an event's type is its kind.</summary>
internal sealed class EventTypes
{
    private readonly FrozenDictionary<string, Type> _types;

    private EventTypes(Type root)
    {
        Root = root;
        _types = root.Assembly.GetTypes().Where(t => t.IsSubclassOf(root) && !t.IsAbstract)
            .ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
        Forms = _types.ToFrozenDictionary(
            t => t.Key, t => t.Value.GetCustomAttribute<EventFormAttribute>()?.Form ?? EventFormAttribute.First, StringComparer.Ordinal);
        Erasable = _types
            .Select(t => KeyValuePair.Create<string, IReadOnlyList<ErasableMember>>(t.Key, [.. ErasableOf(t.Value)]))
            .Where(t => t.Value.Count > 0)
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The members of each kind that are written enciphered; a kind without any is left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ErasableMember>> Erasable { get; }

    /// <summary>The abstract record that all of them derive from.</summary>
    public Type Root { get; }

    /// <summary>The kinds, in no order.</summary>
    public IEnumerable<string> Kinds => _types.Keys;

    /// <summary>The newest form of each kind that this program reads, 1 or more.</summary>
    public IReadOnlyDictionary<string, short> Forms { get; }

    /// <summary>All descendants of an abstract record that are not abstract themselves, in its own assembly.</summary>
    /// <typeparam name="TEvent">The record.</typeparam>
    public static EventTypes Of<TEvent>() => new(typeof(TEvent));

    /// <summary>The type of a kind, or null when this program does not know it.</summary>
    public Type? Find(string kind) => _types.GetValueOrDefault(kind);

    // Members of the event, and of what it has under one member (the changed fields).
    private static IEnumerable<ErasableMember> ErasableOf(Type type) => type.GetProperties().SelectMany(
        property => Marked(property) is { } marked ? [new ErasableMember(null, NameOf(property), marked)]
            : property.PropertyType.Assembly != type.Assembly ? []
            : property.PropertyType.GetProperties()
                .Where(p => Marked(p) is not null)
                .Select(p => new ErasableMember(NameOf(property), NameOf(p), Marked(p)!.Value)));

    private static ErasureField? Marked(PropertyInfo property) => property.GetCustomAttribute<ErasableAttribute>()?.With;

    private static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
