using System.Text.Json.Serialization;
using Tocsin.Clocks;

namespace Tocsin.Calls;

/// <summary>What happened to a call. The name of the type is the event's kind.</summary>
public abstract record CallEvent : INotedEvent
{
    /// <summary>Set when it was noted well after it happened; left out of the event's data otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Noted? Noted { get; init; }

    /// <inheritdoc/>
    INotedEvent INotedEvent.With(Noted noted) => this with { Noted = noted };
}
