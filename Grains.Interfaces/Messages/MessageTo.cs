using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Messages;

/// <summary>Whom a message is for.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<MessageTo>))]
public enum MessageTo
{
    /// <summary>The unit on whose stream it stands.</summary>
    Unit = 0,

    /// <summary>The centre: whoever dispatches or supervises.</summary>
    Centre = 1,

    /// <summary>All units on the incident on whose stream it stands, its station, and the centre.</summary>
    All = 2,
}
