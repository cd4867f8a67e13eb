using System.Text.Json;
using Tocsin.Json;

namespace Tocsin.Deciding;

/// <summary>An event as text: the name of its type is its kind, its members are its data. <c>StreamCatalogue</c> reads it back.</summary>
public static class EventCodec
{
    /// <summary>The event's kind.</summary>
    public static string Kind(object happened) => happened.GetType().Name;

    /// <summary>The event's data, JSON text.</summary>
    public static string Encode(object happened) => JsonSerializer.Serialize(happened, TocsinJson.Options.GetTypeInfo(happened.GetType()));
}
